package io.quartermaster.approvals;

import io.quartermaster.retail.UserId;
import java.util.Optional;

/// Knows who may stand at the desk.
public interface Approvers {

    /// That user's role and locations; empty if nobody active is known by that name.
    Optional<Approver> find(UserId user);
}
