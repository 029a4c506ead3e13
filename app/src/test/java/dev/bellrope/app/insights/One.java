package dev.bellrope.app.insights;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Happening;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.insight.Course;
import dev.bellrope.core.insight.Stays;
import dev.bellrope.core.insight.Worked;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.routing.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/** One escalation, folded from what happened to it. */
record One(Course course, Stays stays, Worked worked) {
    private static final String PERSON = "person:";

    static One of(String key, Escalations escalations, Directory directory) {
        Escalation state = escalations.find(key).orElseThrow().state();
        Playbook playbook = escalations.playbookOf(state);
        One one = new One(
                new Course(key),
                new Stays(),
                new Worked(name -> directory
                        .findPerson(name.replace(PERSON, ""))
                        .filter(person -> name.startsWith(PERSON))
                        .map(Person::calendar)
                        .orElseGet(() -> playbook.calendar(name))));
        for (Happening happening : escalations.history(key, 0)) {
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
    Optional<Duration> took(Topic topic, boolean working) {
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
        return topic == Topic.RESOLVE ? worked.sum("resolve") : worked.first(topic.word());
    }
}
