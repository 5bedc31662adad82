package io.quartermaster.connectors;

/// The same for each try of one action: by it the far side knows that it has done it already.
public record IdempotencyKey(String value) {}
