package io.quartermaster.books.stock;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.Item;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Reads the journal for all that moves, promises, orders, reports or counts stock.
@Component
class StockFollower implements Follower {

    private final Catalog catalog;
    private final StockBook book;
    private final ApplicationEventPublisher events;

    StockFollower(Catalog catalog, StockBook book, ApplicationEventPublisher events) {
        this.catalog = catalog;
        this.book = book;
        this.events = events;
    }

    @Override
    public String id() {
        return "stock";
    }

    @Override
    public void follow(List<Entry> entries) {
        var items = new HashSet<Item>();
        entries.forEach(entry -> Reading.items(entry.event(), items));
        var reading = new Reading(catalog.resolveAll(items));
        entries.forEach(reading::read);
        book.apply(reading);
    }

    @Override
    public void committed() {
        events.publishEvent(new StockChanged());
    }
}
