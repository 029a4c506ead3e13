package dev.bellrope.app.insights;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.insight.EscalationMeasures;
import dev.bellrope.core.insight.TimeInState;
import dev.bellrope.core.insight.WorkingTimes;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** One escalation, folded from what happened to it. */
record One(EscalationMeasures course, TimeInState stays, WorkingTimes worked) {
    private static final String PERSON = "person:";

    static One of(String key, Escalations escalations, Directory directory) {
        Escalation state = escalations.find(key).orElseThrow().state();
        Playbook playbook = escalations.playbookOf(state);
        One one = new One(
                new EscalationMeasures(key),
                new TimeInState(),
                new WorkingTimes(name -> directory
                        .findPerson(name.replace(PERSON, ""))
                        .filter(person -> name.startsWith(PERSON))
                        .map(Person::calendar)
                        .orElseGet(() -> playbook.calendar(name))));
        for (RecordedEvent happening : escalations.history(key, 0)) {
            one.course().add(happening.at(), happening.event());
            one.stays().add(happening.at(), happening.event());
            one.worked().add(happening.at(), happening.event());
        }
        return one;
    }

    LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(opened(), zone);
    }

    private Instant opened() {
        return Objects.requireNonNull(course.opened());
    }

    /** How long until what a topic asks for; empty where it has not come. */
    Optional<Duration> took(FigureTopic topic, boolean working) {
        Instant at = switch (topic) {
            case ACKNOWLEDGE -> course.acknowledged();
            case UPDATE -> course.firstUpdate();
            case PLAN -> course.planned();
            default -> course.resolved();
        };
        if (at == null) {
            return Optional.empty();
        }
        if (!working) {
            return Optional.of(Duration.between(opened(), at));
        }
        return topic == FigureTopic.RESOLVE ? worked.sum("resolve") : worked.first(topic.word());
    }
}
