package io.quartermaster.connectors;

import java.util.List;

/// What a platform lets us do, a line a capability.
public record Capabilities(List<Capability> list) {

    public Capabilities {
        list = List.copyOf(list);
    }

    /// One thing that can be done there, or cannot.
    ///
    /// @param what in the glossary's words: `sales`, `stock levels`, `purchase orders`
    /// @param note what a person should know; may be empty
    public record Capability(String what, Access access, String note) {}

    public enum Access {
        NONE,
        READ,
        READ_AND_WRITE
    }
}
