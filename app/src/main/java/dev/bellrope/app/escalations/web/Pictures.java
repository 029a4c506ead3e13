package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.Outcome;
import dev.bellrope.app.escalations.Rehearsal;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.routing.Person;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes {@link Picture}s of escalations as they are now. */
@Component
class Pictures {
    private final Escalations escalations;
    private final Rehearsal rehearsal;
    private final Directory directory;
    private final Clock clock;

    Pictures(Escalations escalations, Rehearsal rehearsal, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.rehearsal = rehearsal;
        this.directory = directory;
        this.clock = clock;
    }

    Picture of(Outcome outcome, SignedIn viewer) {
        return of(outcome.state(), outcome.sequence(), viewer, roster());
    }

    /** Of many at once; their sequence numbers are not known, so they are 0. */
    List<Picture> of(List<Escalation> states, SignedIn viewer) {
        Map<String, Person> roster = roster();
        return states.stream().map(state -> of(state, 0, viewer, roster)).toList();
    }

    private Picture of(Escalation state, long sequence, SignedIn viewer, Map<String, Person> roster) {
        Actor actor = Acting.actor(viewer, roster.get(viewer.actor().id()), state);
        return new Picture(state, sequence, escalations.playbookOf(state), clock.instant(), actor, roster, rehearsal);
    }

    /** A person's name; the id where nobody of that id is in the directory. */
    String name(String id) {
        return directory.findPerson(id).map(Person::name).orElse(id.equals("system") ? "Bellrope" : id);
    }

    private Map<String, Person> roster() {
        Map<String, Person> roster = new LinkedHashMap<>();
        directory.people().forEach(person -> roster.put(person.id(), person));
        return roster;
    }
}
