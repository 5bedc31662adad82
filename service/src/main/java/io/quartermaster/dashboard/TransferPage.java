package io.quartermaster.dashboard;

import io.quartermaster.access.Role;
import io.quartermaster.access.User;
import io.quartermaster.books.purchasing.NotOnItsWay;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.purchasing.Transfer;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.TransferId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One transfer: what is on its way, and whether it came. Who works where it goes says so with
/// one tap; it comes in whole, or is called off.
@Controller
class TransferPage implements Framed {

    private static final ConnectionId DOOR = new ConnectionId("dashboard");

    private final Purchasing purchasing;
    private final Names names;
    private final Surroundings surroundings;
    private final Clock clock;

    TransferPage(Purchasing purchasing, Names names, Surroundings surroundings, Clock clock) {
        this.purchasing = purchasing;
        this.names = names;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @GetMapping("/transfer")
    ModelAndView show(@RequestParam String id, HttpServletRequest request) {
        var user = surroundings.user(request);
        return page(transfer(id, user), user, "");
    }

    @PostMapping("/transfer/received")
    ModelAndView received(@RequestParam String id, HttpServletRequest request) {
        var user = surroundings.user(request);
        var transfer = transferTo(id, user);
        try {
            purchasing.received(transfer, clock.instant(), DOOR, user.id());
        } catch (NotOnItsWay _) {
            return new ModelAndView("redirect:" + Links.transfer(transfer.id())); // the page says how it ended
        }
        return new ModelAndView(
                "redirect:/receive?received=" + Links.encoded(transfer.id().value()));
    }

    @PostMapping("/transfer/called-off")
    ModelAndView calledOff(@RequestParam String id, @RequestParam String why, HttpServletRequest request) {
        var user = surroundings.user(request);
        var transfer = transferTo(id, user);
        try {
            purchasing.calledOff(transfer, why, DOOR, user.id());
        } catch (IllegalArgumentException fault) {
            var page = page(transfer, user, String.valueOf(fault.getMessage()));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        } catch (NotOnItsWay _) {
            return new ModelAndView("redirect:" + Links.transfer(transfer.id()));
        }
        return new ModelAndView("redirect:/orders");
    }

    private Transfer transfer(String id, User user) {
        return purchasing
                .transfer(new TransferId(id))
                .filter(it -> user.worksAt(it.from()) || user.worksAt(it.to()))
                .orElseThrow(() -> new NotHere("transfer"));
    }

    /// One that this person may end: they work where it goes.
    private Transfer transferTo(String id, User user) {
        var transfer = transfer(id, user);
        if (!mayEnd(transfer, user)) {
            throw new NotHere("transfer to your shop");
        }
        return transfer;
    }

    private static boolean mayEnd(Transfer transfer, User user) {
        return user.atLeast(Role.CLERK) && user.worksAt(transfer.to());
    }

    private ModelAndView page(Transfer transfer, User user, String problem) {
        var words = surroundings.words();
        var closedAt = transfer.closedAt();
        var view = new TransferView(
                TransferRow.of(transfer, names, words),
                words.exact(transfer.approvedAt()),
                closedAt == null ? "not yet" : words.exact(closedAt),
                transfer.lines().stream().map(TransferPage::line).toList(),
                Links.story(
                        transfer.correlation(),
                        "transfer/" + transfer.id().value(),
                        "proposal/" + transfer.proposal().value()),
                Links.proposal(transfer.proposal()),
                transfer.isOpen() && mayEnd(transfer, user),
                problem);
        return new ModelAndView("transfer", Map.of("view", view));
    }

    private static Line line(Transfer.Line line) {
        return new Line(
                Links.variant(line.variant()),
                line.name().isBlank() ? line.sku().value() : line.name(),
                line.sku().value(),
                Words.quantity(line.quantity()));
    }

    record TransferView(
            TransferRow row,
            String approved,
            String closed,
            List<Line> lines,
            String story,
            String proposal,
            boolean mayEnd,
            String problem) {}

    record Line(String link, String name, String sku, String quantity) {}
}
