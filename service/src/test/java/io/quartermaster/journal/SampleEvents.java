package io.quartermaster.journal;

import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.Gtin;
import io.quartermaster.retail.HouseEvent.HoleFilled;
import io.quartermaster.retail.HouseEvent.PersonForgotten;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.HouseEvent.SignedIn;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderConfirmed;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.ReturnId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.Doubt;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.LowStockSignalled;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.Reason;
import io.quartermaster.retail.StockEvent.StockCounted;
import io.quartermaster.retail.StockEvent.StockMoved;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.SubjectId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/// One event of every kind, with every part filled, and short ways to make some.
public final class SampleEvents {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final ConnectionId TILL = new ConnectionId("shopify-main");
    private static final LocationId SHOP = new LocationId("high-street");
    private static final Currency POUND = Currency.getInstance("GBP");
    private static final UserId ANN = new UserId("ann");
    private static final Item MUG = Item.ofSku(new Sku("MUG-RED"), "Mug, red “XL”");
    private static final ProposalId PROPOSAL = new ProposalId("P-1");
    private static final PurchaseOrderId ORDER = new PurchaseOrderId("PO-1001");
    private static final TransferId TRANSFER = new TransferId("TR-1001");
    private static final OrderLine ORDER_LINE = new OrderLine(
            new VariantId("V1"),
            new Sku("MUG-RED"),
            "Mug",
            Quantity.each(24),
            new UnitCost(new BigDecimal("1.234567"), POUND));
    private static final TransferLine TRANSFER_LINE =
            new TransferLine(new VariantId("V1"), new Sku("MUG-RED"), "Mug", Quantity.each(6));
    private static final OrderFromSupplier BUY =
            new OrderFromSupplier(ORDER, new SupplierId("ACME"), SHOP, List.of(ORDER_LINE), LocalDate.of(2026, 3, 8));

    private SampleEvents() {}

    public static Draft draft(String correlation, RetailEvent event) {
        return new Draft(new CorrelationId(correlation), event);
    }

    public static StockMoved moved(String key) {
        return new StockMoved(origin(key), SHOP, MUG, Quantity.each(-1), Reason.DAMAGED);
    }

    public static PurchaseOrderSent sent(String key, String order) {
        return new PurchaseOrderSent(origin(key), new PurchaseOrderId(order), "mail-1");
    }

    public static Origin origin(String key) {
        return new Origin(TILL, key, NOON);
    }

    static List<RetailEvent> oneOfEach() {
        var weighed = new Quantity(new BigDecimal("0.35"), Unit.KILOGRAM);
        var pounds = new Money(1234, POUND);
        var refused = new RefusedLine("9", "GIFT", "x", pounds, Refusal.NOT_MERCHANDISE, "a gift card");
        return List.of(
                new SaleRecorded(
                        origin("sale"),
                        new ReceiptId("R-1"),
                        NOON.plusNanos(1),
                        SHOP,
                        Channel.WEB,
                        SaleState.PROMISED,
                        List.of(new SaleLine("1", MUG, weighed, pounds)),
                        List.of(refused),
                        pounds,
                        new SubjectId("S-1")),
                new ReturnRecorded(
                        origin("return"),
                        new ReturnId("RT-1"),
                        new ReceiptId("R-1"),
                        SHOP,
                        List.of(new ReturnLine("1", "1", MUG, weighed, pounds, true)),
                        List.of(refused)),
                new SaleDoubted(origin("doubt"), new ReceiptId("R-1"), SHOP, Doubt.LINES_DO_NOT_ADD_UP, "12 ≠ 13"),
                moved("moved"),
                new StockReported(origin("reported"), SHOP, MUG, Quantity.each(-3), Measure.AVAILABLE),
                new StockCounted(origin("counted"), SHOP, MUG, weighed),
                new LowStockSignalled(origin("low"), SHOP, MUG),
                new VariantListed(
                        origin("listed"), NOON, MUG, new Gtin("4006381333931"), "Kitchen", "ACME", pounds, true),
                new VariantsMerged(origin("merged"), new VariantId("V1"), new VariantId("V2"), ANN),
                new LocationListed(
                        origin("location"),
                        SHOP,
                        "High Street",
                        ZoneId.of("Europe/London"),
                        LocalTime.of(4, 0),
                        "shop@example.com"),
                new PurchaseOrderApproved(
                        origin("approved"),
                        ORDER,
                        PROPOSAL,
                        new SupplierId("ACME"),
                        SHOP,
                        List.of(ORDER_LINE),
                        LocalDate.of(2026, 3, 8),
                        ANN),
                sent("sent", "PO-1001"),
                new PurchaseOrderConfirmed(origin("confirmed"), ORDER, LocalDate.of(2026, 3, 9)),
                new GoodsReceived(origin("received"), ORDER, SHOP, List.of(new ReceivedLine(MUG, Quantity.each(24)))),
                new PurchaseOrderCancelled(origin("cancelled"), ORDER, "too late", ANN),
                new TransferApproved(
                        origin("transfer"),
                        TRANSFER,
                        PROPOSAL,
                        new LocationId("warehouse"),
                        SHOP,
                        List.of(TRANSFER_LINE),
                        LocalDate.of(2026, 3, 2),
                        ANN),
                new TransferBooked(origin("booked"), TRANSFER, TILL, "gid://shopify/InventoryTransfer/1"),
                new TransferReceived(origin("transferred"), TRANSFER),
                new TransferCancelled(origin("not transferred"), TRANSFER, "no van", ANN),
                new ProposalMade(
                        origin("made"), PROPOSAL, 2, new SkillId("replenishment"), BUY, "2 left", "ab".repeat(32)),
                new ProposalDecided(
                        origin("decided"),
                        PROPOSAL,
                        Verdict.APPROVED,
                        new TransferStock(TRANSFER, new LocationId("warehouse"), SHOP, List.of(TRANSFER_LINE)),
                        ANN,
                        "fine"),
                new ProposalDecided(
                        origin("decided too"),
                        PROPOSAL,
                        Verdict.REFUSED,
                        new TellPerson(SHOP, "look", "at it"),
                        ANN,
                        ""),
                new ActionAttempted(origin("attempted"), PROPOSAL, 1, TILL, AttemptEnd.TRY_LATER, "POST /x", "503"),
                new SignedIn(origin("in"), ANN, "password"),
                new SettingChanged(origin("set"), ANN, "policy", "replenishment", "from ASK to LIMITED"),
                new HoleFilled(origin("found"), ANN, TILL, "fetched.order", 2),
                new PersonForgotten(origin("forgotten"), ANN, TILL, null));
    }
}
