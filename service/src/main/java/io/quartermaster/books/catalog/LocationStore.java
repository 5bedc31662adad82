package io.quartermaster.books.catalog;

import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.LocationId;
import java.sql.Types;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of locations.
@Component
class LocationStore {

    private final JdbcClient database;

    LocationStore(JdbcClient database) {
        this.database = database;
    }

    /// Keeps what was told, unless something newer was.
    void save(LocationListed told) {
        database.sql("""
                        insert into catalog.location as l (id, name, zone, day_start, email, told_at, source_key)
                        values (:id, :name, :zone, :dayStart, :email, :toldAt, :sourceKey)
                        on conflict (id) do update set
                            name = excluded.name, zone = excluded.zone, day_start = excluded.day_start,
                            email = excluded.email, told_at = excluded.told_at, source_key = excluded.source_key
                        where l.told_at is null
                           or (l.told_at, l.source_key) < (excluded.told_at, excluded.source_key)""")
                .param("id", told.location().value())
                .param("name", CatalogStore.plain(told.name()))
                .param("zone", told.zone().getId())
                .param("dayStart", told.dayStart())
                .param("email", told.email(), Types.VARCHAR)
                .param("toldAt", told.origin().occurredAt().atOffset(ZoneOffset.UTC))
                .param("sourceKey", told.origin().sourceKey())
                .update();
    }

    /// Writes down places that were only named so far, with the house's own zone.
    void introduce(Collection<LocationId> ids, ZoneId zone) {
        database.sql("""
                        insert into catalog.location (id, name, zone, day_start)
                        select id, id, :zone, time '00:00' from unnest(:ids::text[]) t (id)
                        on conflict (id) do nothing""")
                .param("ids", ids.stream().map(LocationId::value).sorted().toArray(String[]::new))
                .param("zone", zone.getId())
                .update();
    }

    List<Location> all(int limit) {
        return database.sql("select * from catalog.location order by name, id limit :limit")
                .param("limit", limit)
                .query((row, _) -> new Location(
                        new LocationId(row.getString("id")),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getObject("day_start", LocalTime.class),
                        row.getString("email")))
                .list();
    }
}
