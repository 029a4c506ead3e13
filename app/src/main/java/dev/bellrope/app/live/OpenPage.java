package dev.bellrope.app.live;

import dev.bellrope.app.access.VisibleAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open page and its queue of news; a slow page does not hold up others. */
public final class OpenPage {
    private static final int WAITING = 64;

    private final String escalation;
    private final VisibleAccounts visible;
    private final BlockingQueue<PageNews> news = new ArrayBlockingQueue<>(WAITING);

    /** @param escalation the key of the escalation that the page shows; empty for a list */
    OpenPage(String escalation, VisibleAccounts visible) {
        this.escalation = escalation;
        this.visible = visible;
    }

    /** News for a page. */
    public sealed interface PageNews {
        /** These escalations have changed. */
        record EscalationsChanged(List<String> keys) implements PageNews {}

        /** These people are viewing the escalation now. */
        record ViewersPresent(List<PageViewer> people) implements PageNews {}

        /** No more news will come; the page may connect to another node. */
        record StreamEnd() implements PageNews {}
    }

    String escalation() {
        return escalation;
    }

    boolean mayTellOf(String account) {
        return visible.has(account);
    }

    /**
     * Queues news. A page whose queue is full is behind anyway and only needs to hear that there is news, so the oldest
     * is dropped.
     */
    void tell(PageNews one) {
        while (!news.offer(one)) {
            news.poll();
        }
    }

    /** Returns the next news, or empty if there is none for that long. */
    public Optional<PageNews> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(news.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }
}
