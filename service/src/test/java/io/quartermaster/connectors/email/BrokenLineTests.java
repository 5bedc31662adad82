package io.quartermaster.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.connectors.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A mail server that hangs up, or says no, at a chosen word: what do we know then?
class BrokenLineTests {

    private static final String HANG_UP = "hang up";

    private final EmailConnector connector = new EmailConnector(new PostOffice());

    @Test
    void beforeTheFirstByteLeftItIsTriedLater() throws Exception {
        assertThat(sendTo(Map.of("MAIL", HANG_UP))).isInstanceOf(Outcome.TryLater.class);
        assertThat(sendTo(Map.of("RCPT", HANG_UP))).isInstanceOf(Outcome.TryLater.class);
        assertThat(sendTo(Map.of("DATA", HANG_UP))).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void afterTheLastByteLeftNobodyKnows() throws Exception {
        assertThat(sendTo(Map.of(".", HANG_UP))).isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void aTemporaryNoIsTriedLaterEvenAfterTheLastByte() throws Exception {
        assertThat(sendTo(Map.of(".", "451 greylisted"))).isInstanceOf(Outcome.TryLater.class);
        assertThat(sendTo(Map.of("RCPT", "450 greylisted"))).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void aPermanentNoIsARefusal() throws Exception {
        assertThat(sendTo(Map.of("RCPT", "550 no such user"))).isInstanceOf(Outcome.Refused.class);
        assertThat(sendTo(Map.of(".", "554 spam"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aFaultWhenHangingUpIsNone() throws Exception {
        assertThat(sendTo(Map.of("QUIT", HANG_UP))).isInstanceOf(Outcome.Done.class);
        assertThat(sendTo(Map.of())).isInstanceOf(Outcome.Done.class);
    }

    private Outcome sendTo(Map<String, String> answers) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, answers));
            var delivery = EmailConnectorTests.to("Acme", "sales@acme.example", EmailConnectorTests.order("Pen"));
            return connector.deliver(delivery, EmailConnectorTests.connection(server.getLocalPort()));
        }
    }

    private static void serve(ServerSocket server, Map<String, String> answers) {
        try (var socket = server.accept()) {
            converse(socket, answers);
        } catch (IOException _) {
            // the other side hung up first
        }
    }

    private static void converse(Socket socket, Map<String, String> answers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(socket, "220 here");
        var letter = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (letter && !line.equals(".")) {
                continue;
            }
            var word = line.equals(".") ? "." : line.split(" ", 2)[0];
            var answer = answers.getOrDefault(word, usual(word));
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(socket, answer);
            letter = word.equals("DATA") && answer.startsWith("354");
        }
    }

    private static String usual(String word) {
        return switch (word) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static void say(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
