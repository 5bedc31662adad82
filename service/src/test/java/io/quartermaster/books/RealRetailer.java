package io.quartermaster.books;

import io.quartermaster.retail.Item;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.ReturnId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Sku;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The sales of a real retailer, 541,909 lines, as events; and what they add up to, reckoned
/// apart from the books.
final class RealRetailer {

    final List<RetailEvent> events = new ArrayList<>();
    final Map<String, Total> totals = new LinkedHashMap<>();
    int refused;

    /// Units and pennies under one label.
    static final class Total {
        long sold;
        long returned;
        long pennies;
    }

    static Path file() {
        var shared = System.getenv().getOrDefault("QUARTERMASTER_SHARED", "../../shared");
        return Path.of(shared, "data", "online_retail", "OnlineRetail.csv.gz");
    }

    static RealRetailer read(int invoicesMax) throws IOException {
        var shop = new RealRetailer();
        var invoices = new LinkedHashMap<String, List<List<String>>>();
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.ISO_8859_1))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = cells(line);
                if (invoices.size() < invoicesMax || invoices.containsKey(cells.getFirst())) {
                    invoices.computeIfAbsent(cells.getFirst(), _ -> new ArrayList<>())
                            .add(cells);
                }
            }
        }
        invoices.forEach(shop::invoice);
        return shop;
    }

    private void invoice(String number, List<List<String>> rows) {
        var sold = new ArrayList<SaleLine>();
        var back = new ArrayList<ReturnLine>();
        var no = new ArrayList<RefusedLine>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            long quantity = Long.parseLong(row.get(3));
            var pennies = new BigDecimal(row.get(5)).multiply(BigDecimal.valueOf(Math.abs(quantity)));
            var item = Item.ofSku(new Sku(row.get(1)), row.get(2));
            if (pennies.signum() <= 0) {
                var nothing = Money.zero(Events.GBP);
                no.add(new RefusedLine("" + i, row.get(1), row.get(3), nothing, Refusal.NO_PRICE, row.get(5)));
                continue;
            }
            var amount = Money.nearest(pennies, Events.GBP);
            var total = totals.computeIfAbsent(row.get(1), _ -> new Total());
            if (quantity > 0) {
                sold.add(new SaleLine("" + i, item, Quantity.each(quantity), amount));
                total.sold += quantity;
                total.pennies += amount.minorUnits();
            } else {
                back.add(new ReturnLine("" + i, "" + i, item, Quantity.each(-quantity), amount, true));
                total.returned -= quantity;
                total.pennies -= amount.minorUnits();
            }
        }
        refused += no.size();
        var at = time(rows.getFirst().get(4));
        var receipt = new ReceiptId(number);
        events.add(new SaleRecorded(
                new Origin(Events.SHOP, "order/" + number, at),
                receipt,
                at,
                Events.HIGH_STREET,
                Channel.WEB,
                SaleState.HANDED_OVER,
                sold,
                no,
                null,
                null));
        if (!back.isEmpty()) {
            var origin = new Origin(Events.SHOP, "refund/" + number, at.plusSeconds(1));
            events.add(new ReturnRecorded(origin, new ReturnId(number), receipt, Events.HIGH_STREET, back, List.of()));
        }
    }

    private static Instant time(String told) {
        return Instant.parse(told.replace(' ', 'T') + "Z");
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
