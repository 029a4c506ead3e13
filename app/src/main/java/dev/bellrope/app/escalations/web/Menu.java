package dev.bellrope.app.escalations.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is offered, in groups: the few acts of every hour stand apart from the rest. */
public final class Menu {
    /** They have a place of their own on the page: beside the headline, in the composer, or where something waits. */
    private static final Set<Noun> APART = EnumSet.of(
            Noun.ACKNOWLEDGEMENT, Noun.NOTE, Noun.UPDATE, Noun.DECISION, Noun.DECISION_REQUEST, Noun.HANDOFF);

    private Menu() {}

    /** What a group is about. */
    public enum Topic {
        WORK,
        PEOPLE,
        PROMISES,
        COURSE,
        ENDING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Acts about the same; never empty. */
    public record Group(Topic topic, List<Noun> nouns) {
        public Group {
            nouns = List.copyOf(nouns);
        }
    }

    /** The rest of what is offered; a group of which nothing is offered is left out. */
    public static List<Group> of(Picture picture) {
        List<Noun> offered = picture.offered();
        List<Group> groups = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            List<Noun> nouns = offered.stream()
                    .filter(noun -> !APART.contains(noun) && topic(noun) == topic)
                    .toList();
            if (!nouns.isEmpty()) {
                groups.add(new Group(topic, nouns));
            }
        }
        return groups;
    }

    private static Topic topic(Noun noun) {
        return switch (noun) {
            case PLAN, STEP_VALIDATION, WORKAROUND, ROOT_CAUSE -> Topic.WORK;
            case ACKNOWLEDGEMENT, NOTE, UPDATE, DECISION, DECISION_REQUEST -> Topic.WORK;
            case HANDOFF, HANDOFF_ACCEPTANCE, HANDOFF_DECLINATION, ASSIGNMENT -> Topic.PEOPLE;
            case PROMISE_MOVE, TARGET_WAIVER, PAUSE, RESUMPTION -> Topic.PROMISES;
            case ACCEPTANCE, DECLINATION, LEVEL_RAISE, RETRIAGE -> Topic.COURSE;
            case RESOLUTION, CRITERION_CONFIRMATION, CRITERION_WAIVER, DE_ESCALATION, REOPENING, CLOSING, MERGE ->
                Topic.ENDING;
        };
    }
}
