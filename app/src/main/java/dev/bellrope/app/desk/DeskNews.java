package dev.bellrope.app.desk;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.store.RecordedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what happened in a person's escalations since they last looked, and records when they looked. */
@Component
public class DeskNews {
    /** The period shown to somebody who has never looked. */
    private static final Duration FIRST = Duration.ofHours(24);

    private static final int MOST = 30;

    /** What a colleague would mention; the automatic events in between are on the timeline. */
    static final Set<String> WORTH_TELLING = Set.of(
            "opened",
            "requested",
            "acknowledged",
            "target-missed",
            "level-raised",
            "retriaged",
            "handoff-offered",
            "handoff-accepted",
            "handoff-declined",
            "note-added",
            "attached",
            "update-sent",
            "customer-heard",
            "decision-asked",
            "decided",
            "workaround-recorded",
            "root-cause-recorded",
            "plan-set",
            "paused",
            "resumed",
            "resolved",
            "reopened",
            "closed",
            "merged-into");

    private final DeskLookTable table;
    private final Clock clock;

    DeskNews(DeskLookTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** An event of an escalation. */
    public record NewsItem(String key, String accountName, String title, RecordedEvent happening) {}

    /**
     * The events since somebody looked, the newest first.
     *
     * @param since when they looked
     * @param cut whether there is more
     */
    public record News(Instant since, List<NewsItem> list, boolean cut) {}

    @Transactional(readOnly = true)
    public News of(String person, String actor, VisibleAccounts visible) {
        Instant since = table.find(person).orElseGet(() -> clock.instant().minus(FIRST));
        List<NewsItem> found = table.news(person, List.of(person, actor), since, WORTH_TELLING, visible, MOST + 1);
        return new News(since, found.stream().limit(MOST).toList(), found.size() > MOST);
    }

    /** Records that everything up to an instant was seen, but nothing after it. */
    @Transactional
    public void look(String person, Instant upTo) {
        Instant now = clock.instant();
        table.look(person, upTo.isAfter(now) ? now : upTo);
    }
}
