package dev.bellrope.app.live;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.OpenSequence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notifies open pages. While a page of this node is open, it checks the sequence numbers of the open escalations once a
 * second: one query however many pages are open, whichever node a change happened on. Notifications by the database
 * would make every commit wait for every other.
 */
@Component
public class LiveUpdates implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** How long a viewer counts as present; a page reports every 25 seconds that it is still open. */
    private static final Duration PRESENCE = Duration.ofSeconds(60);

    private final Escalations escalations;
    private final PresenceTable presences;
    private final Clock clock;
    private final Set<OpenPage> listeners = ConcurrentHashMap.newKeySet();
    private Map<String, OpenSequence> known = Map.of();
    private Map<String, List<PageViewer>> present = Map.of();
    private volatile @Nullable Thread thread;

    LiveUpdates(Escalations escalations, PresenceTable presences, Clock clock) {
        this.escalations = escalations;
        this.presences = presences;
        this.clock = clock;
    }

    /**
     * Registers an open page.
     *
     * @param escalation the key of the escalation that it shows; empty for a list
     * @param seen the sequence number that it shows; 0 if unknown
     */
    public OpenPage listen(String escalation, long seen, VisibleAccounts visible) {
        OpenPage listener = new OpenPage(escalation, visible);
        if (!isVisible(escalation, visible)) {
            return listener;
        }
        synchronized (this) {
            if (listeners.isEmpty()) {
                known = escalations.openSequences();
                present = Map.of();
            }
            OpenSequence open = known.get(escalation);
            long now = open == null ? seen : open.sequence();
            if (seen > 0 && now != seen) {
                listener.tell(new OpenPage.PageNews.EscalationsChanged(List.of(escalation)));
            }
            listener.tell(new OpenPage.PageNews.ViewersPresent(present.getOrDefault(escalation, List.of())));
            listeners.add(listener);
            notifyAll();
        }
        return listener;
    }

    public void leave(OpenPage listener) {
        listeners.remove(listener);
    }

    /** Notes that somebody views an escalation, and whether they are writing in one of its forms. */
    public void see(String escalation, PageViewer one, VisibleAccounts visible) {
        if (!isVisible(escalation, visible)) {
            return;
        }
        Instant now = clock.instant();
        presences.see(escalation, one, now);
        presences.forget(now.minus(PRESENCE.multipliedBy(10)));
    }

    /** Notes that somebody has closed the page. */
    public void gone(String escalation, String person) {
        presences.leave(escalation, person);
    }

    /** Looks the escalation up only for somebody who may not see everything. */
    private boolean isVisible(String escalation, VisibleAccounts visible) {
        return escalation.isEmpty()
                || visible.isAll()
                || escalations.find(escalation, visible).isPresent();
    }

    private synchronized void look() {
        Map<String, OpenSequence> now = escalations.openSequences();
        SortedMap<String, String> changed = changed(known, now);
        known = now;
        Set<String> watched = listeners.stream()
                .map(OpenPage::escalation)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        Map<String, List<PageViewer>> here = watched.isEmpty()
                ? Map.of()
                : presences.list(watched, clock.instant().minus(PRESENCE));
        for (OpenPage listener : listeners) {
            tell(listener, changed, here);
        }
        present = here;
    }

    private void tell(OpenPage listener, SortedMap<String, String> changed, Map<String, List<PageViewer>> here) {
        String key = listener.escalation();
        List<String> news = changed.entrySet().stream()
                .filter(one -> key.isEmpty() || key.equals(one.getKey()))
                .filter(one -> listener.mayTellOf(one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!news.isEmpty()) {
            listener.tell(new OpenPage.PageNews.EscalationsChanged(news));
        }
        List<PageViewer> people = here.getOrDefault(key, List.of());
        if (!people.equals(present.getOrDefault(key, List.of()))) {
            listener.tell(new OpenPage.PageNews.ViewersPresent(people));
        }
    }

    /** Returns the keys of escalations that are new, have new events, or are no longer open. */
    static SortedMap<String, String> changed(Map<String, OpenSequence> before, Map<String, OpenSequence> now) {
        SortedMap<String, String> changed = new TreeMap<>();
        Map<String, OpenSequence> left = new HashMap<>(before);
        now.forEach((key, open) -> {
            if (!open.equals(left.remove(key))) {
                changed.put(key, open.account());
            }
        });
        left.forEach((key, gone) -> changed.put(key, gone.account()));
        return changed;
    }

    @Override
    public void start() {
        Thread looking = Thread.ofVirtual().name("bellrope-live").unstarted(this::run);
        thread = looking;
        looking.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        // On shutdown the server waits for open pages, so they are ended.
        listeners.forEach(listener -> listener.tell(new OpenPage.PageNews.StreamEnd()));
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                waitForPages();
                Thread.sleep(EVERY);
                look();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Open pages cannot be updated: {}", failed.getMessage());
            }
        }
    }

    private synchronized void waitForPages() throws InterruptedException {
        while (listeners.isEmpty()) {
            wait();
        }
    }
}
