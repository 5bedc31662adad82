package io.quartermaster.approvals;

/// How much Quartermaster may do by itself, from least to most.
public enum Phase {
    /// It only shows what it would do; nothing can be approved into effect.
    OBSERVE,
    /// It proposes, and a person decides. The default.
    ASSIST,
    /// It does what a signed policy allows, and asks a person about all else.
    ACT
}
