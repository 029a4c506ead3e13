package dev.bellrope.app.desk.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.acts.ActorLookup;
import dev.bellrope.app.escalations.acts.Duty;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.app.tasks.Tasks;
import dev.bellrope.core.escalation.Escalation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lists what somebody owes, within escalations and as tasks, for My desk and for programs. */
@Component
class DutyList {
    /** The largest number of escalations, and of tasks, to look at. */
    static final int MOST = 500;

    private final Escalations escalations;
    private final Tasks tasks;
    private final ActorLookup actors;

    DutyList(Escalations escalations, Tasks tasks, ActorLookup actors) {
        this.escalations = escalations;
        this.tasks = tasks;
        this.actors = actors;
    }

    /**
     * Lists the escalations that may need something from a user; all open ones for a user who is not in the directory.
     */
    List<Escalation> concerning(CurrentUser who, VisibleAccounts visible) {
        if (who.personId().isEmpty()) {
            return escalations.listOpenStates(visible, MOST);
        }
        Set<String> names = new HashSet<>(actors.actor(who, null).roles());
        names.add(who.personId());
        return escalations.listConcerning(who.personId(), names, visible, MOST);
    }

    /**
     * @param seen the escalations that concern the user, as they see them
     */
    List<OwedItem> of(List<EscalationView> seen, CurrentUser who, VisibleAccounts visible) {
        List<Duty> duties = seen.stream()
                .flatMap(view -> Duty.of(view).stream())
                .sorted(Duty.ORDER)
                .toList();
        return OwedItem.inOrder(
                duties, who.personId().isEmpty() ? List.of() : tasks.listOwedBy(who.personId(), visible, MOST));
    }
}
