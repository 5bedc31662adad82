package io.quartermaster.skills;

import io.quartermaster.books.stock.Change;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has skills look again at something that did not change itself, but whose terms may have.
@Component
public class Recheck {

    private final Noticing noticing;

    Recheck(Noticing noticing) {
        this.noticing = noticing;
    }

    /// Looks at these as if they had just changed.
    ///
    /// @param changes at most a few hundred
    @Transactional
    public void again(List<Change> changes) {
        noticing.notice(changes);
    }
}
