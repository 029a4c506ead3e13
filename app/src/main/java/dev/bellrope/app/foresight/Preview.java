package dev.bellrope.app.foresight;

import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.EscalationFacts;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Triage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Previews running escalations under another playbook. Changes nothing: each keeps the version that it began under. */
@Component
public class Preview {
    private static final int MOST = 500;

    private final Escalations escalations;
    private final Directory directory;
    private final Clock clock;

    Preview(Escalations escalations, Directory directory, Clock clock) {
        this.escalations = escalations;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * An escalation that the other playbook would judge differently.
     *
     * @param differences each in words, such as {@code severity S2 -> S1}
     */
    @Schema(name = "JudgedDifferently")
    public record PreviewChange(String key, String accountName, String title, List<String> differences) {}

    /** Returns those of the first 500 open escalations that would differ; the promise that is due first comes first. */
    public List<PreviewChange> of(Playbook draft, VisibleAccounts visible) {
        Instant at = clock.instant();
        Map<String, Account> accounts = new HashMap<>();
        List<PreviewChange> changes = new ArrayList<>();
        for (Escalation e : escalations.listOpenStates(visible, MOST)) {
            Account account = accounts.computeIfAbsent(
                    e.account(), id -> directory.findAccount(id).orElseGet(() -> Account.named(id, e.accountName())));
            List<String> differences = differences(e, escalations.playbookOf(e), draft, account, at);
            if (!differences.isEmpty()) {
                changes.add(new PreviewChange(e.key(), e.accountName(), e.title(), differences));
            }
        }
        return changes;
    }

    static List<String> differences(Escalation e, Playbook own, Playbook draft, Account account, Instant at) {
        List<String> differences = new ArrayList<>();
        Severity severity = severity(e.assessment(), own, draft);
        Assessment anew =
                Triage.reassess(draft, account, e.assessment(), severity, EscalationFacts.of(e, account, at), at);
        differ("severity", e.severity().name(), severity.name(), differences);
        differ("tier", e.assessment().tier(), anew.tier(), differences);
        differ("band", e.assessment().band().word(), anew.band().word(), differences);
        if (draft.ladder().find(e.level()).isEmpty() && !e.level().isEmpty()) {
            differences.add("level " + e.level() + " is gone");
        }
        TreeSet<String> targets = new TreeSet<>(own.targets().keySet());
        targets.addAll(draft.targets().keySet());
        for (String target : targets) {
            differ(
                    target,
                    words(own.findBudget(target, e.severity(), account, at)),
                    words(draft.findBudget(target, severity, account, at)),
                    differences);
        }
        return differences;
    }

    /** Returns the severity by the draft's matrix, unless a person or a trigger had set another one. */
    private static Severity severity(Assessment before, Playbook own, Playbook draft) {
        return find(own, before)
                .filter(severity -> severity == before.severity())
                .flatMap(severity -> find(draft, before))
                .orElse(before.severity());
    }

    private static Optional<Severity> find(Playbook playbook, Assessment of) {
        return Optional.ofNullable(playbook.matrix().cells().get(of.impact())).map(row -> row.get(of.urgency()));
    }

    private static String words(Optional<Playbook.Budget> budget) {
        return budget.map(Playbook.Budget::span).map(Span::toString).orElse("nothing promised");
    }

    private static void differ(String what, String before, String after, List<String> differences) {
        if (!before.equals(after)) {
            differences.add(what + " " + before + " -> " + after);
        }
    }
}
