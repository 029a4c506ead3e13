package dev.bellrope.app.escalations.web;

import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.core.escalation.Escalation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What somebody owes, within escalations and as tasks, in one list; for My desk and for programs. */
@Component
class Agenda {
    /** How many escalations and tasks are looked at. */
    static final int MOST = 500;

    private final Escalations escalations;
    private final Tasks tasks;
    private final Acting acting;

    Agenda(Escalations escalations, Tasks tasks, Acting acting) {
        this.escalations = escalations;
        this.tasks = tasks;
        this.acting = acting;
    }

    /** The escalations that may want something of them; everything open for whoever is nobody of the directory. */
    List<Escalation> concerning(SignedIn who) {
        if (who.personId().isEmpty()) {
            return escalations.listOpenStates(MOST);
        }
        Set<String> names = new HashSet<>(acting.actor(who, null).roles());
        names.add(who.personId());
        return escalations.listConcerning(who.personId(), names, MOST);
    }

    /** @param seen the escalations that concern them, as they see them */
    List<Owed> of(List<Picture> seen, SignedIn who) {
        List<Duty> duties = seen.stream()
                .flatMap(picture -> Duty.of(picture).stream())
                .sorted(Duty.ORDER)
                .toList();
        return Owed.inOrder(duties, who.personId().isEmpty() ? List.of() : tasks.listOwedBy(who.personId(), MOST));
    }
}
