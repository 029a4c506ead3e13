package dev.bellrope.app.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open page. What it has not yet been told waits here; a page that is slow keeps nobody else waiting. */
public final class OpenPage {
    private static final int WAITING = 64;

    private final String escalation;
    private final BlockingQueue<PageNews> news = new ArrayBlockingQueue<>(WAITING);

    /**
     * @param escalation the key of the one that the page shows; empty: a list of many
     */
    OpenPage(String escalation) {
        this.escalation = escalation;
    }

    /** Something that a page is told. */
    public sealed interface PageNews {
        /** These escalations have changed. */
        record EscalationsChanged(List<String> keys) implements PageNews {}

        /** These look at the escalation now. */
        record ViewersPresent(List<PageViewer> people) implements PageNews {}

        /** There will be no more; the page may ask another node. */
        record StreamEnd() implements PageNews {}
    }

    String escalation() {
        return escalation;
    }

    /** A page that has not taken its news for so long is behind anyway: it only has to hear that there is some. */
    void tell(PageNews one) {
        while (!news.offer(one)) {
            news.poll();
        }
    }

    /** The next news; empty where nothing happens for so long. */
    public Optional<PageNews> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(news.poll(longest.toMillis(), TimeUnit.MILLISECONDS));
    }
}
