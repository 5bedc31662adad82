package io.quartermaster.retail;

/// What one of a quantity is.
public enum Unit {
    EACH,
    KILOGRAM,
    LITRE,
    METRE
}
