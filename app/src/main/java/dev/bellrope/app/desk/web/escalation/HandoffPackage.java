package dev.bellrope.app.desk.web.escalation;

import static dev.bellrope.app.web.Texts.text;

import dev.bellrope.app.escalations.acts.EscalationView;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.clock.TargetClock;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.PlanStep;
import dev.bellrope.core.escalation.journal.ConciseHistory;
import dev.bellrope.core.escalation.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drafts a handoff: what the next owner needs to know, written from what is known; whoever hands over may change it.
 */
final class HandoffPackage {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    private HandoffPackage() {}

    /** Returns the initial values of the form, by field. */
    static Map<String, String> of(EscalationView view, Account account, Journal journal) {
        Escalation e = view.state();
        List<String> situation = new ArrayList<>(brief(e, journal));
        situation.add(account(view, account));
        return Map.of(
                "situation", String.join("\n", situation),
                "openPromises", promises(view, journal),
                "nextAction", next(view, journal));
    }

    /** Returns the history in five lines, with times in the reader's zone. */
    static List<String> brief(Escalation e, Journal journal) {
        return ConciseHistory.brief(e).stream()
                .map(line -> INSTANT.matcher(line)
                        .replaceAll(found -> Matcher.quoteReplacement(journal.when(Instant.parse(found.group())))))
                .toList();
    }

    private static String account(EscalationView view, Account account) {
        List<String> known = new ArrayList<>();
        known.add(text("handoff.band", view.state().assessment().band().word()));
        if (!account.plan().isEmpty()) {
            known.add(text("handoff.plan", account.plan()));
        }
        account.findFirstContact().ifPresent(contact -> known.add(text("handoff.contact", contact.name())));
        account.people().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> known.add(one.getKey() + " " + view.name(one.getValue())));
        return account.name() + ": " + String.join(", ", known);
    }

    private static String promises(EscalationView view, Journal journal) {
        return view.promises().stream()
                .map(EscalationView.PromiseView::clock)
                .filter(TargetClock::isOpen)
                .map(clock -> clock.isMissed()
                        ? text("handoff.promise.missed", clock.target(), journal.when(clock.due()))
                        : clock.isPaused()
                                ? text("handoff.promise.paused", clock.target())
                                : text("handoff.promise", clock.target(), journal.when(clock.due())))
                .collect(Collectors.joining("; "));
    }

    /** Returns the next step of the plan; if there is none, the promise that is due first. */
    private static String next(EscalationView view, Journal journal) {
        return view.state().plan().stream()
                .filter(step -> step.state() != PlanStep.State.PASSED)
                .findFirst()
                .map(PlanStep::text)
                .or(() -> view.findNextDue()
                        .map(clock -> text("handoff.promise", clock.target(), journal.when(clock.due()))))
                .orElse("");
    }
}
