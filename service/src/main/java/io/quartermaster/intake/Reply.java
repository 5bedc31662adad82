package io.quartermaster.intake;

import java.nio.charset.StandardCharsets;

/// What the door answers.
///
/// @param retryAfterSeconds when to come again; 0 for no need to
record Reply(int status, String type, byte[] body, int retryAfterSeconds) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    static final Reply ACKNOWLEDGED = ok("{\"status\":\"queued\"}");
    static final Reply ACTED_ON = ok("{\"status\":\"processed\",\"action_taken\":null}");

    /// For a forged message, and for a connection that does not exist: nobody learns which.
    static final Reply NOT_GENUINE = problem(401, "The message is not signed as it should be.", 0);

    static final Reply TOO_LONG = problem(413, "The message is longer than we take.", 0);
    static final Reply ENCODED = problem(415, "We take no compressed messages: leave Content-Encoding out.", 0);
    static final Reply TOO_MANY = problem(429, "There are too many messages on this connection.", 1);
    static final Reply NOT_NOW = problem(503, "The message could not be written down: send it again.", 2);

    static Reply queued(int signals) {
        return ok("{\"status\":\"queued\",\"signals\":%d}".formatted(signals));
    }

    static Reply malformed(String why) {
        return problem(422, why, 0);
    }

    private static Reply ok(String json) {
        return new Reply(200, JSON, json.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static Reply problem(int status, String detail, int retryAfterSeconds) {
        var escaped = detail.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        var json = "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, escaped);
        return new Reply(status, PROBLEM, json.getBytes(StandardCharsets.UTF_8), retryAfterSeconds);
    }
}
