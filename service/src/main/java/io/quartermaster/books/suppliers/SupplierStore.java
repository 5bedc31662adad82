package io.quartermaster.books.suppliers;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of suppliers.
@Component
class SupplierStore {

    private static final String SELECT = """
            select s.*, not exists (
                select 1 from suppliers.served d where d.supplier = s.id and d.received) as is_new
            from suppliers.supplier s\s""";

    private final JdbcClient database;

    SupplierStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Supplier> find(SupplierId id) {
        return database.sql(SELECT + "where s.id = :id")
                .param("id", id.value())
                .query((row, _) -> supplier(row))
                .optional();
    }

    List<Supplier> find(Collection<SupplierId> ids) {
        return database.sql(SELECT + "where s.id = any (:ids)")
                .param("ids", ids.stream().map(SupplierId::value).toArray(String[]::new))
                .query((row, _) -> supplier(row))
                .list();
    }

    List<Supplier> all(int limit) {
        return database.sql(SELECT + "order by s.name, s.id limit :limit")
                .param("limit", limit)
                .query((row, _) -> supplier(row))
                .list();
    }

    List<String> known(List<String> ids) {
        return database.sql("select id from suppliers.supplier where id = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    void save(Supplier supplier) {
        var minimum = supplier.minimumOrderValue();
        database.sql("""
                        insert into suppliers.supplier (id, name, email, currency, lead_time_days,
                            lead_time_deviation_days, minimum_order_value, minimum_order_currency,
                            review_period_days, approved)
                        values (:id, :name, :email, :currency, :leadTime, :deviation, :minimum, :minimumCurrency,
                            :review, :approved)
                        on conflict (id) do update set
                            name = excluded.name, email = excluded.email, currency = excluded.currency,
                            lead_time_days = excluded.lead_time_days,
                            lead_time_deviation_days = excluded.lead_time_deviation_days,
                            minimum_order_value = excluded.minimum_order_value,
                            minimum_order_currency = excluded.minimum_order_currency,
                            review_period_days = excluded.review_period_days, approved = excluded.approved""")
                .param("id", supplier.id().value())
                .param("name", supplier.name())
                .param("email", supplier.email(), Types.VARCHAR)
                .param("currency", supplier.currency().getCurrencyCode())
                .param("leadTime", supplier.leadTimeDays())
                .param("deviation", supplier.leadTimeDeviationDays())
                .param("minimum", minimum == null ? null : minimum.minorUnits(), Types.BIGINT)
                .param(
                        "minimumCurrency",
                        minimum == null ? null : minimum.currency().getCurrencyCode(),
                        Types.VARCHAR)
                .param("review", supplier.reviewPeriodDays())
                .param("approved", supplier.approved())
                .update();
    }

    void serves(PurchaseOrderId order, SupplierId supplier) {
        database.sql("""
                        insert into suppliers.served (purchase_order, supplier) values (:order, :supplier)
                        on conflict (purchase_order) do update set supplier = excluded.supplier""")
                .param("order", order.value())
                .param("supplier", supplier.value())
                .update();
    }

    void delivered(PurchaseOrderId order) {
        database.sql("""
                        insert into suppliers.served (purchase_order, received) values (:order, true)
                        on conflict (purchase_order) do update set received = true""").param("order", order.value()).update();
    }

    private static Supplier supplier(ResultSet row) throws SQLException {
        return new Supplier(
                new SupplierId(row.getString("id")),
                row.getString("name"),
                row.getString("email"),
                Currency.getInstance(row.getString("currency")),
                row.getInt("lead_time_days"),
                row.getBigDecimal("lead_time_deviation_days"),
                minimum(row),
                row.getInt("review_period_days"),
                row.getBoolean("approved"),
                row.getBoolean("is_new"));
    }

    private static @Nullable Money minimum(ResultSet row) throws SQLException {
        var currency = row.getString("minimum_order_currency");
        return currency == null ? null : new Money(row.getLong("minimum_order_value"), Currency.getInstance(currency));
    }
}
