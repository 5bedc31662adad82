package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.stock.Change;
import io.quartermaster.planning.ProjectionPicture;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.Concern;
import io.quartermaster.skills.FactFinder;
import io.quartermaster.skills.Finding;
import io.quartermaster.skills.Noticed;
import io.quartermaster.skills.Watched.State;
import io.quartermaster.skills.Watchlist;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Bounds;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Place;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.Trader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks the books what one location may need from one supplier.
@Component
class ReplenishmentFactFinder implements FactFinder<ReplenishmentFacts> {

    /// So many variants close to their reorder point may fill up an order.
    private static final int NEARLY_DUE_MAX = 10;

    private final Attention attention;
    private final SupplySide supplySide;
    private final Shelves shelves;
    private final LineFinder lines;
    private final OrderNumbers numbers;
    private final Picture picture;
    private final Catalog catalog;
    private final Watchlist watchlist;
    private final ReplenishmentSettings settings;
    private final Clock clock;

    ReplenishmentFactFinder(
            Attention attention,
            SupplySide supplySide,
            Shelves shelves,
            LineFinder lines,
            OrderNumbers numbers,
            Picture picture,
            Catalog catalog,
            Watchlist watchlist,
            ReplenishmentSettings settings,
            Clock clock) {
        this.attention = attention;
        this.supplySide = supplySide;
        this.shelves = shelves;
        this.lines = lines;
        this.numbers = numbers;
        this.picture = picture;
        this.catalog = catalog;
        this.watchlist = watchlist;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public SkillId skill() {
        return ReplenishmentSkill.ID;
    }

    @Override
    public List<Noticed> notice(List<Change> changes) {
        return attention.notice(changes);
    }

    @Override
    public Finding<ReplenishmentFacts> find(Concern concern, List<DeskItem> latest) {
        if (!numbers.areBooked(latest)) {
            return new Finding.NotYet<>("what was approved last is not in the stock book yet");
        }
        var location = catalog.locationOrNameless(concern.location());
        var readings = readings(location, concern);
        return readings.stream().anyMatch(reading -> reading.plan().due())
                ? new Finding.Found<>(facts(location, readings, latest))
                : new Finding.Nothing<>("Everything is above its reorder point.");
    }

    @Override
    public Optional<ProjectionPicture> picture(ReplenishmentFacts facts, VariantId variant, Quantity quantity) {
        return picture.of(facts, variant, quantity);
    }

    /// The due ones first, the most urgent first of all; then those nearly due.
    private List<Reading> readings(Location location, Concern concern) {
        var ids = new ArrayList<>(watchlist.variants(skill(), concern, State.WANTING, settings.linesMax()));
        ids.addAll(watchlist.variants(skill(), concern, State.QUIET, NEARLY_DUE_MAX));
        var supplier = new SupplierId(concern.subject());
        var served = supplySide.of(ids).served().values().stream()
                .filter(one -> one.supplier().id().equals(supplier))
                .toList();
        var today = location.businessDay(clock.instant());
        var read = shelves.read(location.id(), today, served, true);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .toList();
    }

    private ReplenishmentFacts facts(Location location, List<Reading> readings, List<DeskItem> latest) {
        var first = readings.getFirst();
        var supplier = first.served().supplier();
        var trader = new Trader(
                supplier.id(),
                supplier.name(),
                supplier.currency(),
                first.served().leadTime(),
                supplier.reviewPeriodDays(),
                supplier.minimumOrderValue(),
                supplier.approved(),
                supplier.isNew());
        var cover = first.supply().terms().cover();
        return new ReplenishmentFacts(
                clock.instant(),
                first.today(),
                new Place(location.id(), location.name()),
                trader,
                numbers.order(latest),
                new Bounds(cover, settings.topUpCoverDaysMax(), settings.linesMax(), settings.transferDays()),
                lines.of(location, readings, latest));
    }
}
