package io.quartermaster.books.purchasing;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.VariantId;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of purchase orders: each with all that was told of it.
@Component
class OrderStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    OrderStore(JdbcClient database) {
        this.database = database;
    }

    long nextOrderNumber() {
        return database.sql("select nextval('purchasing.order_number')")
                .query(Long.class)
                .single();
    }

    /// An order that we heard of, with its story.
    record Heard(PurchaseOrderId id, OrderStory story) {

        Optional<PurchaseOrder> standing() {
            return Optional.ofNullable(story.approval()).map(it -> OrderOf.standing(id, story, it));
        }
    }

    void change(PurchaseOrderId id, UnaryOperator<OrderStory> step) {
        var story = database.sql("select content from purchasing.purchase_order where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> JSON.readValue(row.getString(1), OrderStory.class))
                .optional()
                .orElse(OrderStory.EMPTY);
        save(id, step.apply(story));
    }

    private void save(PurchaseOrderId id, OrderStory story) {
        var standing =
                new Heard(id, renamed(List.of(story)).getFirst()).standing().orElse(null);
        database.sql("""
                        insert into purchasing.purchase_order (id, content, known, supplier, destination, state,
                            expected_on, approved_at, sent_at, closed_at)
                        values (:id, :content, :known, :supplier, :destination, :state, :expectedOn, :approvedAt,
                            :sentAt, :closedAt)
                        on conflict (id) do update set
                            content = excluded.content, known = excluded.known, supplier = excluded.supplier,
                            destination = excluded.destination, state = excluded.state,
                            expected_on = excluded.expected_on, approved_at = excluded.approved_at,
                            sent_at = excluded.sent_at, closed_at = excluded.closed_at""")
                .param("id", id.value())
                .param("content", JSON.writeValueAsString(story))
                .param("known", standing != null)
                .param("supplier", of(standing, it -> it.supplier().value()), Types.VARCHAR)
                .param("destination", of(standing, it -> it.destination().value()), Types.VARCHAR)
                .param("state", of(standing, it -> it.state().name()), Types.VARCHAR)
                .param("expectedOn", of(standing, PurchaseOrder::expectedOn), Types.DATE)
                .param("approvedAt", of(standing, it -> utc(it.approvedAt())), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sentAt", of(standing, it -> utc(it.sentAt())), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closedAt", of(standing, it -> utc(it.closedAt())), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        database.sql("""
                        insert into purchasing.order_variant (purchase_order, variant)
                        select :id, unnest(:variants::text[]) on conflict do nothing""")
                .param("id", id.value())
                .param("variants", story.variants().distinct().toArray(String[]::new))
                .update();
    }

    Optional<Heard> find(PurchaseOrderId id) {
        return named(database.sql("select id, content from purchasing.purchase_order where id = :id")
                        .param("id", id.value())
                        .query((row, _) -> heard(row))
                        .list())
                .stream()
                .findFirst();
    }

    List<Heard> list(OrderFilter filter, int limit) {
        var supplier = filter.supplier();
        var variant = filter.variant();
        return named(database.sql("""
                        select o.id, o.content from purchasing.purchase_order o
                        where o.known
                          and (cardinality(:states::text[]) = 0 or o.state = any (:states))
                          and (cardinality(:destinations::text[]) = 0 or o.destination = any (:destinations))
                          and (:supplier::text is null or o.supplier = :supplier)
                          and (:variant::text is null or o.id in (
                              select v.purchase_order from purchasing.order_variant v where v.variant = :variant
                                 or v.variant in (
                                     select m.from_variant from purchasing.merged m where m.into_variant = :variant)))
                        order by %s, o.id desc limit :limit""".formatted(order(filter.sort())))
                .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .param(
                        "destinations",
                        filter.destinations().stream().map(LocationId::value).toArray(String[]::new))
                .param("supplier", supplier == null ? null : supplier.value(), Types.VARCHAR)
                .param("variant", variant == null ? null : variant.value(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> heard(row))
                .list());
    }

    /// All orders to a supplier that were approved since, oldest first.
    List<Heard> since(SupplierId supplier, Instant approvedSince, int limit) {
        return named(database.sql("""
                        select id, content from purchasing.purchase_order
                        where supplier = :supplier and approved_at >= :since
                        order by approved_at desc limit :limit""")
                .param("supplier", supplier.value())
                .param("since", approvedSince.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> heard(row))
                .list());
    }

    /// How long suppliers took from the order sent, or approved if nobody told us that it was sent,
    /// to its last goods; two decimals of a day.
    Map<SupplierId, LeadTimes> leadTimes(Collection<SupplierId> suppliers, Instant approvedSince) {
        var times = new HashMap<SupplierId, LeadTimes>();
        database.sql("""
                        select supplier, count(*) as orders, avg(days) as mean, coalesce(stddev_samp(days), 0) as deviation
                        from (
                            select supplier, greatest(0, extract(epoch from
                                closed_at - coalesce(sent_at, approved_at))) / 86400 as days
                            from purchasing.purchase_order
                            where supplier = any (:suppliers) and approved_at >= :since and state = 'RECEIVED'
                              and closed_at is not null) as received
                        group by supplier""")
                .param("suppliers", suppliers.stream().map(SupplierId::value).toArray(String[]::new))
                .param("since", approvedSince.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    times.put(
                            new SupplierId(row.getString("supplier")),
                            new LeadTimes(
                                    row.getInt("orders"),
                                    row.getBigDecimal("mean").setScale(2, RoundingMode.HALF_EVEN),
                                    row.getBigDecimal("deviation").setScale(2, RoundingMode.HALF_EVEN)));
                });
        return times;
    }

    /// Orders that goods came in for, and that nobody approved as far as we know.
    List<Heard> strays(int limit) {
        return named(database.sql("""
                        select id, content from purchasing.purchase_order where not known order by id limit :limit""")
                .param("limit", limit)
                .query((row, _) -> heard(row))
                .list());
    }

    /// From here on one variant is called by the name of another, in old orders too.
    void merge(VariantId from, VariantId into) {
        var known = successors(Stream.of(from.value(), into.value()));
        var loser = known.getOrDefault(from.value(), from.value());
        var winner = known.getOrDefault(into.value(), into.value());
        if (loser.equals(winner)) {
            return;
        }
        for (var statement : List.of(
                "update purchasing.merged set into_variant = :winner where into_variant = :loser",
                "insert into purchasing.merged (from_variant, into_variant) values (:loser, :winner)")) {
            database.sql(statement)
                    .param("loser", loser)
                    .param("winner", winner)
                    .update();
        }
        var touched = database.sql("select purchase_order from purchasing.order_variant where variant in (:names)")
                .param("names", List.of(loser, winner, from.value(), into.value()))
                .query((row, _) -> row.getString(1))
                .list();
        new java.util.TreeSet<>(touched).forEach(id -> change(new PurchaseOrderId(id), story -> story));
    }

    Map<String, String> successors(Stream<String> variants) {
        var successors = new HashMap<String, String>();
        database.sql("select from_variant, into_variant from purchasing.merged where from_variant = any (:asked)")
                .param("asked", variants.distinct().toArray(String[]::new))
                .query(row -> {
                    successors.put(row.getString(1), row.getString(2));
                });
        return successors;
    }

    private List<Heard> named(List<Heard> heard) {
        var renamed = renamed(heard.stream().map(Heard::story).toList());
        return java.util.stream.IntStream.range(0, heard.size())
                .mapToObj(i -> new Heard(heard.get(i).id(), renamed.get(i)))
                .toList();
    }

    private List<OrderStory> renamed(Collection<OrderStory> stories) {
        var successors = successors(stories.stream().flatMap(OrderStory::variants));
        return stories.stream()
                .map(it -> it.renamed(name -> Objects.requireNonNullElse(successors.get(name), name)))
                .toList();
    }

    private static Heard heard(ResultSet row) throws SQLException {
        var story = JSON.readValue(row.getString("content"), OrderStory.class);
        return new Heard(new PurchaseOrderId(row.getString("id")), story);
    }

    private static String order(OrderFilter.Sort sort) {
        return switch (sort) {
            case NEXT_DELIVERY_FIRST -> "o.expected_on, o.approved_at";
            case NEWEST_FIRST -> "o.approved_at desc";
        };
    }

    private static <T> @Nullable T of(@Nullable PurchaseOrder order, Function<PurchaseOrder, @Nullable T> part) {
        return order == null ? null : part.apply(order);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
