package io.quartermaster.approvals;

import io.quartermaster.access.Access;
import io.quartermaster.access.User;
import io.quartermaster.retail.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The people and programs that are let in.
@Component
class StaffApprovers implements Approvers {

    private final Access access;

    StaffApprovers(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Approver> find(UserId user) {
        return access.user(user).filter(User::active).map(it -> new Approver(it.id(), it.role(), it.locations()));
    }
}
