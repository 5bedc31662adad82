package io.quartermaster.sandbox.square;

/// A request that Square would not serve, and the error it would answer.
final class SquareRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String category;
    private final String code;

    private SquareRefusal(int status, String category, String code, String detail) {
        super(detail);
        this.status = status;
        this.category = category;
        this.code = code;
    }

    static SquareRefusal badRequest(String code, String detail) {
        return new SquareRefusal(400, "INVALID_REQUEST_ERROR", code, detail);
    }

    static SquareRefusal notFound(String detail) {
        return new SquareRefusal(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", detail);
    }

    static SquareRefusal unauthorized() {
        return new SquareRefusal(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED", "This request could not be authorized.");
    }

    int status() {
        return status;
    }

    String category() {
        return category;
    }

    String code() {
        return code;
    }
}
