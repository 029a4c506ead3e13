package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.ActTopic;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.escalation.Act;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is offered, in groups: the few acts of every hour stand apart from the rest. */
public final class ActMenu {
    /** They have a place of their own on the page: beside the headline, in the composer, or where something waits. */
    private static final Set<Act> APART =
            EnumSet.of(Act.ACKNOWLEDGE, Act.ADD_NOTE, Act.SEND_UPDATE, Act.DECIDE, Act.ASK_DECISION, Act.HAND_OFF);

    private ActMenu() {}

    /** Acts about the same; never empty. */
    public record MenuGroup(ActTopic topic, List<Act> acts) {
        public MenuGroup {
            acts = List.copyOf(acts);
        }
    }

    /**
     * The rest of what is offered; a group of which nothing is offered is left out. A form that was sent and refused stays, though nobody
     * would be offered it any more: what was typed is not lost.
     */
    public static List<MenuGroup> of(EscalationView picture, FormInput typed) {
        List<MenuGroup> groups = new ArrayList<>();
        for (ActTopic topic : ActTopic.values()) {
            List<Act> acts = ActResource.all().stream()
                    .filter(resource -> resource.topic() == topic)
                    .filter(resource -> picture.isOffered(resource.act())
                            ? !APART.contains(resource.act())
                            : typed.isIn(resource.slug()))
                    .map(ActResource::act)
                    .toList();
            if (!acts.isEmpty()) {
                groups.add(new MenuGroup(topic, acts));
            }
        }
        return groups;
    }
}
