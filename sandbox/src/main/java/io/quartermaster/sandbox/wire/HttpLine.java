package io.quartermaster.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// One kept-alive connection over which requests go one after the other. It speaks just enough
/// HTTP/1.1 to send a webhook and to read how it was answered.
public final class HttpLine implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int LINE_LENGTH_MAX = 8_192;
    private static final int BODY_LENGTH_MAX = 8 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    /// Connects.
    ///
    /// @param service only its host and port matter
    public HttpLine(URI service) throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.connect(
                new InetSocketAddress(service.getHost(), service.getPort() < 0 ? 80 : service.getPort()),
                CONNECT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 4_096);
        out = socket.getOutputStream();
        host = service.getAuthority();
    }

    /// Posts and waits for the answer.
    ///
    /// @param headers whole lines, each ended by CR LF
    public Answer post(String path, String headers, byte[] body) throws IOException {
        var head = ("POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n" + headers
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        var retryAfterSeconds = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            var value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "retry-after" ->
                    retryAfterSeconds = value.chars().allMatch(Character::isDigit) ? Integer.parseInt(value) : 1;
                default -> {}
            }
        }
        var body = chunked ? chunks() : bytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8), retryAfterSeconds);
    }

    private byte[] chunks() throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (var length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            whole.write(bytes(length));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        if (length > BODY_LENGTH_MAX) {
            throw new IOException("The answer has %d bytes; at most %d are read.".formatted(length, BODY_LENGTH_MAX));
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the line was cut within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LINE_LENGTH_MAX) {
                throw new EOFException("the line was cut before an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            // It is cut; that is what was wanted.
        }
    }

    /// How a request was answered.
    ///
    /// @param retryAfterSeconds when to ask again; 0 if it did not say
    public record Answer(int status, String body, int retryAfterSeconds) {

        public boolean isAcknowledged() {
            return status >= 200 && status < 300;
        }
    }
}
