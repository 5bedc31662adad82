package io.quartermaster.access;

/// What somebody may do, from least to most: each may also do what those before may.
public enum Role {
    /// Works on the shop floor: counts, receives, looks.
    CLERK,
    /// Runs a shop: decides up to the shop's limit.
    MANAGER,
    /// Buys for the whole retailer: decides up to the buyer's limit.
    BUYER,
    /// Sets Quartermaster up: people, connections, policies, and any amount.
    ADMIN
}
