package dev.bellrope.app.escalations.acts;

import static dev.bellrope.app.escalations.acts.BodyValues.text;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.CommandOutcome;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.core.account.Account;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.fact.Facts;
import dev.bellrope.core.playbook.Assessment;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.Triage;
import dev.bellrope.core.ticket.Ticket;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Begins escalations that people declare: they are judged by the same rules as any other, except for what the person
 * states.
 */
@Component
public class Declarations {
    private final ActRequests requests;
    private final Escalations escalations;
    private final Directory directory;
    private final Playbooks playbooks;
    private final Clock clock;

    Declarations(ActRequests requests, Escalations escalations, Directory directory, Playbooks playbooks, Clock clock) {
        this.requests = requests;
        this.escalations = escalations;
        this.directory = directory;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    public CommandOutcome declare(Declaration declared, CurrentUser who, VisibleAccounts visible) {
        DeclaredAssessment judged = judge(declared, visible);
        return requests.begin(who, judged.account(), judged.command());
    }

    /**
     * A declaration that has been judged.
     *
     * @param account the account's id
     * @param command the command that would begin it
     */
    public record DeclaredAssessment(String account, Escalations.OpeningCommand command) {}

    /**
     * Judges a declaration without beginning anything.
     *
     * @throws ProblemException when it does not say which account it is about, or how severe it is
     */
    public DeclaredAssessment judge(Declaration declared, VisibleAccounts visible) {
        String title = text(declared.title());
        Account account = directory
                .findAccount(text(declared.account()))
                .filter(found -> visible.has(found.id()))
                .orElseThrow(() -> wrong(
                        "account",
                        text(declared.account()).isEmpty()
                                ? "Say which account it is about."
                                : "There is no account \"" + text(declared.account()) + "\"."));
        List<String> tickets = declared.coveredTickets();
        Assessment assessment = assess(playbooks.inForce(), account, declared, facts(tickets, account));
        String note = text(declared.impactNote());
        return new DeclaredAssessment(
                account.id(),
                key -> declared.isRequest()
                        ? new Command.Request(key, title, note, tickets, assessment, "")
                        : new Command.Open(key, title, note, tickets, assessment, ""));
    }

    /** The facts of the first ticket determine issue type and route, as for a signal. */
    private Facts facts(List<String> tickets, Account account) {
        List<Ticket> watched = escalations.tickets(tickets, VisibleAccounts.ALL);
        // Of all accounts: one that may not be seen is of another account too, and is refused as such.
        for (Ticket ticket : watched) {
            if (!ticket.account().equals(account.id())) {
                throw wrong("tickets", "Ticket " + ticket.id() + " is of another account.");
            }
        }
        return watched.isEmpty()
                ? Facts.none()
                : Facts.none().with("ticket", watched.getFirst().asFacts());
    }

    private static void requireKnown(String field, String word, Collection<String> accepted) {
        if (word.isEmpty()) {
            throw wrong(
                    field,
                    "Say how severe it is: a severity (S1 to S4), or an impact and an urgency. Missing is the " + field
                            + ". Accepted: " + String.join(", ", accepted) + ".");
        }
        if (!accepted.contains(word)) {
            throw wrong(
                    field,
                    "There is no " + field + " \"" + word + "\". Accepted: " + String.join(", ", accepted) + ".");
        }
    }

    private Assessment assess(Playbook playbook, Account account, Declaration declared, Facts facts) {
        Severity severity = declared.severity();
        String impact = text(declared.impact());
        String urgency = text(declared.urgency());
        if (severity != null && impact.isEmpty() && urgency.isEmpty()) {
            return Triage.assessManually(playbook, account, severity, facts, clock.instant());
        }
        requireKnown("impact", impact, playbook.matrix().impacts());
        requireKnown("urgency", urgency, playbook.matrix().urgencies());
        Severity meant = playbook.matrix().severity(impact, urgency);
        if (severity != null && severity != meant) {
            throw wrong(
                    "severity",
                    "The severity is given as " + severity + ", but impact " + impact + " and urgency " + urgency
                            + " mean " + meant + ". Give one of the two, or both where they agree.");
        }
        return Triage.assessManually(playbook, account, impact, urgency, facts, clock.instant());
    }

    private static ProblemException wrong(String member, String detail) {
        return ProblemException.unprocessable(detail, ProblemError.at("/" + member, detail));
    }
}
