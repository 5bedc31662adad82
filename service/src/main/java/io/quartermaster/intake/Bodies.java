package io.quartermaster.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Raw messages as text. JSON is UTF-8, whatever a header says (RFC 8259).
final class Bodies {

    private Bodies() {}

    /// The text; empty if the bytes are not UTF-8.
    static Optional<String> text(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException fault) {
            return Optional.empty();
        }
    }
}
