package dev.bellrope.app.insights;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Products;
import dev.bellrope.app.escalations.store.DamagedArchive;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.TimeInState;
import dev.bellrope.core.insight.WorkingTimes;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The projector of the insights: folds escalations again after something happened to them, on all nodes at once, each
 * of which takes what no other is working on.
 */
@Component
class InsightProjector {
    private static final Logger LOG = LoggerFactory.getLogger(InsightProjector.class);
    private static final int BATCH = 100;
    private static final String PERSON = "person:";

    private final DueTable due;
    private final EscalationMeasuresTable courses;
    private final Escalations escalations;
    private final Products products;
    private final Directory directory;
    private final TransactionTemplate transaction;

    InsightProjector(
            DueTable due,
            EscalationMeasuresTable courses,
            Escalations escalations,
            Products products,
            Directory directory,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.courses = courses;
        this.escalations = escalations;
        this.products = products;
        this.directory = directory;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void run() {
        try {
            while (round() > 0) {
                // Continue while there may be more.
            }
        } catch (DamagedArchive damaged) {
            LOG.error("{} is not recounted: its history cannot be read", damaged.escalation(), damaged);
            due.leave(damaged.escalation());
        } catch (RuntimeException failed) {
            // The database may be unavailable for a while; the rows stay.
            LOG.warn("Counting for the insights failed; retrying", failed);
        }
    }

    /**
     * Folds a batch and returns its size; if one escalation fails, all of them stay due.
     *
     * @throws DamagedArchive when the history of one of them cannot be read
     */
    int round() {
        Integer folded = transaction.execute(status -> {
            // In the order of the keys, so that two nodes with the same escalations cannot deadlock.
            TreeSet<String> keys = new TreeSet<>(due.take(BATCH));
            Map<String, String> known = products.of(keys);
            keys.forEach(key -> fold(key, known.getOrDefault(key, "")));
            return keys.size();
        });
        return folded == null ? 0 : folded;
    }

    private void fold(String key, String product) {
        escalations.find(key).ifPresent(found -> courses.keep(count(found.state(), product)));
    }

    private FoldedEscalation count(Escalation state, String product) {
        EscalationMeasures course = new EscalationMeasures(state.key());
        TimeInState stays = new TimeInState();
        WorkingTimes worked = new WorkingTimes(calendars(escalations.playbookOf(state)));
        List<RecordedEvent> history = escalations.history(state.key(), 0);
        for (RecordedEvent happening : history) {
            course.add(happening.at(), happening.event());
            stays.add(happening.at(), happening.event());
            worked.add(happening.at(), happening.event());
        }
        return new FoldedEscalation(
                history.getLast().sequence(), state.title(), state.status().word(), product, course, stays, worked);
    }

    /** Returns the calendars by name: those of the playbook never change; those of people are their current ones. */
    private Function<String, WorkingCalendar> calendars(Playbook playbook) {
        return name -> name.startsWith(PERSON)
                ? directory
                        .findPerson(name.substring(PERSON.length()))
                        .map(Person::calendar)
                        .orElse(WorkingCalendar.always())
                : playbook.calendar(name);
    }
}
