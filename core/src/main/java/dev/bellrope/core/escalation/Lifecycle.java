package dev.bellrope.core.escalation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which command which state allows; one table, by the words of the commands. */
public final class Lifecycle {
    /** What Bellrope hears may reach an escalation in any state. */
    private static final Set<String> HEARD =
            Set.of("attach-ticket", "see-ticket", "hear-customer", "strike", "add-note", "attach-file");

    private static final Set<String> BEGINNING = Set.of("request", "open");

    private static final Map<Status, Set<String>> ALLOWED = Map.of(
            Status.REQUESTED, Set.of("accept", "decline", "reassess"),
            Status.DECLINED, Set.of(),
            Status.ACTIVE,
                    Set.of(
                            "acknowledge",
                            "assign",
                            "hand-off",
                            "accept-handoff",
                            "decline-handoff",
                            "raise-level",
                            "de-escalate",
                            "retriage",
                            "reassess",
                            "pause",
                            "resume",
                            "send-update",
                            "ask-decision",
                            "decide",
                            "record-workaround",
                            "record-root-cause",
                            "set-plan",
                            "validate-step",
                            "move-promise",
                            "waive-target",
                            "confirm-criterion",
                            "waive-criterion",
                            "resolve",
                            "merge",
                            "absorb"),
            Status.RESOLVED,
                    Set.of(
                            "assign",
                            "hand-off",
                            "accept-handoff",
                            "decline-handoff",
                            "de-escalate",
                            "send-update",
                            "ask-decision",
                            "decide",
                            "record-workaround",
                            "record-root-cause",
                            "set-plan",
                            "validate-step",
                            "move-promise",
                            "waive-target",
                            "confirm-criterion",
                            "waive-criterion",
                            "reopen",
                            "close"),
            Status.WATCH,
                    Set.of(
                            "assign",
                            "hand-off",
                            "accept-handoff",
                            "decline-handoff",
                            "send-update",
                            "ask-decision",
                            "decide",
                            "record-workaround",
                            "record-root-cause",
                            "set-plan",
                            "validate-step",
                            "move-promise",
                            "waive-target",
                            "confirm-criterion",
                            "waive-criterion",
                            "reopen",
                            "close"),
            Status.CLOSED, Set.of("reopen"),
            Status.MERGED, Set.of());

    private Lifecycle() {}

    /** Whether a state allows a command; whether it may be given and makes sense is another question. */
    public static boolean allows(@Nullable Escalation state, Command command) {
        return allows(state == null ? null : state.status(), command.word());
    }

    static boolean allows(@Nullable Status status, String word) {
        return status == null
                ? BEGINNING.contains(word)
                : HEARD.contains(word) || ALLOWED.getOrDefault(status, Set.of()).contains(word);
    }

    /** What a person can ask of an escalation in this state, in alphabetical order. */
    public static List<String> allowed(@Nullable Escalation state) {
        if (state == null) {
            return List.copyOf(new TreeSet<>(BEGINNING));
        }
        Set<String> words = new TreeSet<>(ALLOWED.getOrDefault(state.status(), Set.of()));
        words.remove("reassess");
        words.remove("absorb");
        words.add("add-note");
        words.add("attach-file");
        return List.copyOf(words);
    }

    static String refusal(@Nullable Escalation state, Command command) {
        if (state == null) {
            return "there is no such escalation yet, so it cannot be asked to " + command.word();
        }
        if (BEGINNING.contains(command.word())) {
            return state.key() + " exists already";
        }
        return state.key() + " is " + state.status().name().toLowerCase(Locale.ROOT)
                + ", and then it cannot be asked to " + command.word();
    }
}
