package io.quartermaster.sandbox.demo;

import static io.quartermaster.sandbox.web.Pages.escaped;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Pages;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The sandbox's first page: what is running, and how it goes.
final class IndexPage {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

    private final Demo demo;

    IndexPage(Demo demo) {
        this.demo = demo;
    }

    Response page(Request request) {
        if (!request.path().equals("/")) {
            return Response.json(404, Json.object().put("error", "There is nothing at " + request.path()));
        }
        var rows = figures().entrySet().stream()
                .map(figure -> "<tr><td>%s</td><td class=\"n\">%s</td></tr>"
                        .formatted(escaped(figure.getKey()), escaped(figure.getValue())))
                .collect(Collectors.joining());
        return Response.html(Pages.page("Quartermaster sandbox", """
                <p>A made-up chain sells through a stand-in Shopify and a stand-in Square.
                <a href="/mailbox">Mailbox</a> · <a href="/faults">Faults</a>
                · <a href="/status.json">Status as JSON</a></p>
                <table><tbody>%s</tbody></table>
                <p><small>APIs: <code>POST /admin/api/2026-07/graphql.json</code>, <code>/v2/…</code>.
                Faults: <code>POST /faults</code> with the JSON that <code>GET /faults</code> shows.</small></p>
                """.formatted(rows)));
    }

    Response status(Request request) {
        ObjectNode status = Json.object();
        figures()
                .forEach((name, value) ->
                        status.put(name.toLowerCase(Locale.ROOT).replace(' ', '_'), value));
        status.set("faults", demo.mishaps().faults().toJson());
        return Response.json(200, status);
    }

    private Map<String, String> figures() {
        var counts = demo.postman().counts();
        var ledger = demo.retailer().ledger();
        var figures = new LinkedHashMap<String, String>();
        figures.put("Stage", demo.stage());
        figures.put(
                "Time in the shops",
                WHEN.format(demo.clock().instant().atZone(io.quartermaster.sandbox.retailer.Chain.ZONE)));
        figures.put("Receipts", Long.toString(demo.retailer().receipts()));
        figures.put("Live receipts per real minute", Long.toString(demo.receiptsPerMinute()));
        figures.put("Units sold", Long.toString(ledger.unitsSold()));
        figures.put("Units asked for and not there", Long.toString(ledger.unitsLost()));
        figures.put("Webhooks waiting", Integer.toString(demo.postman().held()));
        figures.put("Webhooks taken", Long.toString(counts.taken()));
        figures.put("Attempts refused", Long.toString(counts.refused()));
        figures.put("Webhooks given up", Long.toString(counts.givenUp()));
        figures.put("Webhooks sent twice on request", Long.toString(counts.doubled()));
        figures.put("Webhooks dropped on request", Long.toString(counts.dropped()));
        figures.put("Mails received", Long.toString(demo.mailbox().received()));
        figures.put(
                "Orders confirmed by suppliers", Long.toString(demo.suppliers().confirmed()));
        figures.put("Deliveries made", Long.toString(demo.suppliers().delivered()));
        return figures;
    }
}
