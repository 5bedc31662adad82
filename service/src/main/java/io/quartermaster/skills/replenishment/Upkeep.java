package io.quartermaster.skills.replenishment;

import io.quartermaster.books.stock.Change;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.skills.Recheck;
import io.quartermaster.skills.Watchlist;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What keeps the watch list right between sales: ranks by turnover, and asks again for suppliers
/// of what had none.
@Component
class Upkeep {

    private static final int UNSERVED_AT_A_TIME = 500;

    private final Watchlist watchlist;
    private final Recheck recheck;
    private final Clock clock;

    Upkeep(Watchlist watchlist, Recheck recheck, Clock clock) {
        this.watchlist = watchlist;
        this.recheck = recheck;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    @Transactional
    void rank() {
        watchlist.rank(ReplenishmentSkill.ID);
    }

    /// Somebody may have told us meanwhile who supplies it.
    @Scheduled(fixedDelayString = "PT5S")
    void askAgain() {
        var unserved = watchlist.longestUnserved(ReplenishmentSkill.ID, UNSERVED_AT_A_TIME);
        if (unserved.isEmpty()) {
            return;
        }
        var story = new CorrelationId("terms-told/%s".formatted(clock.instant()));
        recheck.again(unserved.stream()
                .map(one -> new Change(one.variant(), one.location(), story, clock.instant(), Change.Cause.OTHER))
                .toList());
    }
}
