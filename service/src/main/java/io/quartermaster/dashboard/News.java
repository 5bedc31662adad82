package io.quartermaster.dashboard;

import io.quartermaster.access.Access;
import io.quartermaster.access.User;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskFilter;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.retail.LocationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages what is new. The page shows it at its top, and changes nothing until it is
/// let in.
@Component
class News {

    private static final int LISTENERS_MAX = 500;
    private static final int PROPOSALS_LOOKED_AT = 200;
    private static final int TICKS_PER_HEARTBEAT = 8;
    private static final Duration STREAM_LIFE = Duration.ofMinutes(30);

    private final Approvals approvals;
    private final Access access;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private int tick;

    News(Approvals approvals, Access access) {
        this.approvals = approvals;
        this.access = access;
    }

    /// The sign of the newest proposal that waits; a page that carries it has seen all up to it.
    String newest() {
        return String.valueOf(approvals.waiting(DeskFilter.ALL, PROPOSALS_LOOKED_AT).stream()
                .mapToLong(item -> item.madeAt().toEpochMilli())
                .max()
                .orElse(0));
    }

    /// A stream of news for one open page; empty if too many are open.
    Optional<SseEmitter> listen(User user, long seen) {
        if (listeners.size() >= LISTENERS_MAX) {
            return Optional.empty();
        }
        var listener = new Listener(user, seen, new SseEmitter(STREAM_LIFE.toMillis()));
        listener.stream.onCompletion(() -> listeners.remove(listener));
        listener.stream.onTimeout(() -> listeners.remove(listener));
        listener.stream.onError(_ -> listeners.remove(listener));
        listeners.add(listener);
        return Optional.of(listener.stream);
    }

    /// Looks for news, at a pace of our own, once for all pages.
    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        tick++;
        var waiting = approvals.waiting(DeskFilter.ALL, PROPOSALS_LOOKED_AT);
        for (var listener : listeners) {
            tell(listener, waiting);
        }
    }

    /// A house that closes waits for nobody who only listens.
    @EventListener
    void closing(ContextClosedEvent closing) {
        listeners.forEach(listener -> listener.stream.complete());
    }

    private void tell(Listener listener, List<DeskItem> waiting) {
        var fresh = waiting.stream()
                .filter(item -> item.madeAt().toEpochMilli() > listener.seen)
                .filter(item -> listener.user.worksAt(place(item)))
                .count();
        try {
            if (fresh != listener.told) {
                listener.told = fresh;
                listener.stream.send(SseEmitter.event().name("news").data(html(fresh), MediaType.TEXT_HTML));
            } else if (tick % TICKS_PER_HEARTBEAT == 0) {
                beat(listener);
            }
        } catch (IOException | IllegalStateException _) {
            listeners.remove(listener); // the page was closed
        }
    }

    private void beat(Listener listener) throws IOException {
        if (access.user(listener.user.id()).filter(User::active).isEmpty()) {
            listener.stream.complete();
            return;
        }
        listener.stream.send(SseEmitter.event().comment("still here"));
    }

    private static LocationId place(DeskItem item) {
        return item.proposal().scope().location();
    }

    private static String html(long fresh) {
        return fresh == 0
                ? ""
                : "<a href=\"/\">%s since you looked: show</a>"
                        .formatted(Words.plural(fresh, "new proposal", "new proposals"));
    }

    private static final class Listener {

        private final User user;
        private final long seen;
        private final SseEmitter stream;
        private long told;

        Listener(User user, long seen, SseEmitter stream) {
            this.user = user;
            this.seen = seen;
            this.stream = stream;
        }
    }
}
