package io.quartermaster.connectors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a message is what it claims to be.
public sealed interface Authenticity {

    /// It is the connection's owner who speaks.
    ///
    /// @param topic what it is about, in the platform's words
    /// @param delivery the platform's own id of the message: the same for each time it is sent
    /// @param signedAt when it was signed, if the signature covers that: old ones may be refused
    record Genuine(String topic, String delivery, @Nullable Instant signedAt) implements Authenticity {}

    record Forged(String why) implements Authenticity {}
}
