package io.quartermaster.sandbox.retailer;

/// How a thing sells.
enum Pace {
    FAST,
    STEADY,
    SLOW,
    /// Weeks of nothing, then several at once.
    LUMPY
}
