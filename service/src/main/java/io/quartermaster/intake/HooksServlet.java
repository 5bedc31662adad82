package io.quartermaster.intake;

import io.quartermaster.connectors.RawMessage;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The address for webhooks, `POST /hooks/{connection}`: a bare servlet, since every sale of
/// every till comes by here.
class HooksServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String NO_ENCODING = "identity";

    private final transient Door door;
    private final int bodyLimit;

    HooksServlet(Door door, IntakeSettings settings) {
        this.door = door;
        this.bodyLimit = Math.toIntExact(settings.bodyLimit().toBytes());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(reply(request), response);
    }

    private Reply reply(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase(NO_ENCODING)) {
            return Reply.ENCODED;
        }
        if (request.getContentLengthLong() > bodyLimit) {
            return Reply.TOO_LONG;
        }
        var body = request.getInputStream().readNBytes(bodyLimit + 1);
        if (body.length > bodyLimit) {
            return Reply.TOO_LONG;
        }
        var path = request.getPathInfo();
        var name = path == null ? "" : path.substring(1);
        return door.receive(name, new RawMessage(headers(request), body));
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        var headers = new HashMap<String, List<String>>();
        var names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            var name = names.nextElement();
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static void answer(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        response.setContentLength(reply.body().length);
        if (reply.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", reply.retryAfterSeconds());
        }
        response.getOutputStream().write(reply.body());
    }
}
