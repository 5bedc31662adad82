package io.quartermaster.access;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.HouseEvent;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the journal who came in, and what was set differently.
@Component
public class HouseNews {

    private static final ConnectionId HOUSE = new ConnectionId("quartermaster");

    private final Journal journal;
    private final Clock clock;

    HouseNews(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    void signedIn(UserId by, String how) {
        tell(new HouseEvent.SignedIn(origin("signed-in"), by, how));
    }

    /// Something was set differently.
    ///
    /// @param change from what to what, in a sentence, without secrets and without persons' data
    public void changed(UserId by, String what, String which, String change) {
        tell(new HouseEvent.SettingChanged(origin("changed"), by, what, which, change));
    }

    private Origin origin(String kind) {
        return new Origin(HOUSE, "%s/%s".formatted(kind, UUID.randomUUID()), clock.instant());
    }

    private void tell(HouseEvent event) {
        journal.append(List.of(new Draft(new CorrelationId(event.origin().sourceKey()), event)));
    }
}
