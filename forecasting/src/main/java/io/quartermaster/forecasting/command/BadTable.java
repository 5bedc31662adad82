package io.quartermaster.forecasting.command;

/// A table, or an order of the command line, that cannot be read; the message says where and why.
final class BadTable extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadTable(String message) {
        super(message);
    }
}
