package io.quartermaster.skills;

import io.quartermaster.books.stock.Change;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.demand.ForecastsRenewed;
import io.quartermaster.retail.CorrelationId;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Hears what changed, by whichever way, and writes down what must be decided. A sale, a
/// low-stock signal and the night's new forecasts all go this one way, and so lead to the same
/// decisions.
@Component
class Noticing {

    private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);

    private final Stock stock;
    private final SkillShelf shelf;
    private final AgendaStore agenda;
    private final SkillSettings settings;
    private final Clock clock;
    private final TransactionTemplate whole;
    private final TransactionTemplate part;

    Noticing(
            Stock stock,
            SkillShelf shelf,
            AgendaStore agenda,
            SkillSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.stock = stock;
        this.shelf = shelf;
        this.agenda = agenda;
        this.settings = settings;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// Takes some changes, if there are any. They are taken for good only if all is written down.
    ///
    /// @return how many
    int take() {
        var taken = whole.execute(_ -> {
            var changes = stock.takeChanged(settings.changes());
            notice(changes);
            LOG.debug("Noticed {} changes.", changes.size());
            return changes.size();
        });
        return taken == null ? 0 : taken;
    }

    /// A day has passed: all of its variants are looked at again. What changed meanwhile is noticed
    /// first, so that a sale's own story is told and not the day's.
    @ApplicationModuleListener
    void on(ForecastsRenewed renewed) {
        take();
        var story = new CorrelationId("day-close/%s/%s".formatted(renewed.location(), renewed.today()));
        var now = clock.instant();
        notice(renewed.variants().stream()
                .map(variant -> new Change(variant, renewed.location(), story, now, Change.Cause.OTHER))
                .toList());
    }

    /// Notices these, within the caller's transaction. If one cannot be noticed, the others are.
    void notice(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        for (var finder : shelf.finders()) {
            if (!tried(finder, changes)) {
                changes.forEach(change -> tried(finder, List.of(change)));
            }
        }
    }

    private boolean tried(FactFinder<?> finder, List<Change> changes) {
        try {
            part.executeWithoutResult(_ -> agenda.note(finder.skill(), finder.notice(changes)));
            return true;
        } catch (RuntimeException fault) { // the runner's loop: leave this one, go on with the others
            LOG.warn(
                    "The skill {} could not look at {} changes, {} the first.",
                    finder.skill(),
                    changes.size(),
                    changes.getFirst(),
                    fault);
            return false;
        }
    }
}
