package dev.bellrope.core.escalation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which act which state allows, whoever asks. */
public final class Lifecycle {
    private Lifecycle() {}

    /** Whether a state allows a command; whether it may be given and makes sense is another question. */
    public static boolean allows(@Nullable Escalation state, Command command) {
        return command.act().isAllowedIn(state == null ? null : state.status());
    }

    /** What people can ask of an escalation in this state, in the alphabetical order of the words. */
    public static List<Act> allowed(@Nullable Escalation state) {
        return Arrays.stream(Act.values())
                .filter(act -> act.isForPeople() && act.isAllowedIn(state == null ? null : state.status()))
                .sorted(Comparator.comparing(Act::word))
                .toList();
    }

    public static String refusal(@Nullable Escalation state, Act act) {
        if (state == null) {
            return "there is no such escalation yet, so it cannot be asked to " + act.word();
        }
        return act.isBeginning()
                ? state.key() + " exists already"
                : state.key() + " is " + state.status().word() + ", and then it cannot be asked to " + act.word();
    }
}
