package dev.bellrope.app.desk.web.escalation;

import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.acts.ActTopic;
import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.escalation.Act;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The menu of offered acts, in groups, without the few everyday acts that have their own place on the page. */
public final class ActMenu {
    /** Acts with their own place on the page: beside the headline, in the composer, or where something waits. */
    private static final Set<Act> APART =
            EnumSet.of(Act.ACKNOWLEDGE, Act.ADD_NOTE, Act.SEND_UPDATE, Act.DECIDE, Act.ASK_DECISION, Act.HAND_OFF);

    private ActMenu() {}

    /** Acts on the same topic; never empty. */
    public record MenuGroup(ActTopic topic, List<Act> acts) {
        public MenuGroup {
            acts = List.copyOf(acts);
        }
    }

    /**
     * Returns the other offered acts, without empty groups. A form that was sent and refused stays even if it is no
     * longer offered, so that what was typed is not lost.
     */
    public static List<MenuGroup> of(EscalationView view, FormInput typed) {
        List<MenuGroup> groups = new ArrayList<>();
        for (ActTopic topic : ActTopic.values()) {
            List<Act> acts = ActResource.all().stream()
                    .filter(resource -> resource.topic() == topic)
                    .filter(resource -> view.isOffered(resource.act())
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
