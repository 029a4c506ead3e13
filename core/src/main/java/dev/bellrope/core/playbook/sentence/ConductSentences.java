package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Communication;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.HeardAct;
import dev.bellrope.core.playbook.Permissions;
import dev.bellrope.core.playbook.PolicyException;
import dev.bellrope.core.playbook.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Describes the rules of conduct: communication, guardrails, the exit, permissions, exceptions. */
final class ConductSentences {
    private ConductSentences() {}

    static List<RuleSentence> communication(Communication communication) {
        List<RuleSentence> told = new ArrayList<>();
        Map<String, String> customer = new LinkedHashMap<>();
        String by = "the " + Phrases.role(communication.customerBy());
        customer.put("the customer hears from", by);
        String approval = "";
        if (!communication.approval().isEmpty()) {
            Map<Severity, String> approvers = new EnumMap<>(Severity.class);
            communication.approval().forEach((severity, role) -> approvers.put(severity, Phrases.plain(role)));
            String within = Phrases.elapsed(communication.approvalWithin());
            customer.put("messages to the customer are approved by", Phrases.bySeverity(approvers));
            customer.put("an approval may wait", within);
            approval = " What is written to the customer is approved by " + Phrases.bySeverity(approvers)
                    + "; unanswered for " + within + " the question climbs.";
        }
        told.add(new RuleSentence(
                "communication.customer", "customer", "The customer hears from " + by + "." + approval, customer));
        Map<Severity, String> cadence = new EnumMap<>(Severity.class);
        communication
                .executivesCadence()
                .forEach((severity, span) ->
                        cadence.put(severity, "every " + Phrases.elapsed(span).replaceFirst("^1 (\\w+)$", "$1")));
        String executives = Phrases.role(communication.executivesBy()) + " informs the executives who take part"
                + (cadence.isEmpty() ? "" : ": " + Phrases.bySeverity(cadence));
        told.add(RuleSentence.of("communication.executives", "executives", Phrases.sentence("the " + executives)));
        new TreeMap<>(communication.countsAs())
                .forEach((kind, acts) -> told.add(RuleSentence.of(
                        "communication.counts-as." + kind,
                        kind,
                        kind + " in the helpdesk counts as "
                                + Phrases.and(acts.stream()
                                        .map(HeardAct::word)
                                        .sorted()
                                        .toList()) + " here.")));
        return told;
    }

    /** Returns the texts of messages, which are compared but not retold. */
    static List<RuleSentence> templates(Communication communication) {
        List<RuleSentence> told = new ArrayList<>();
        new TreeMap<>(communication.templates())
                .forEach((name, template) -> told.add(new RuleSentence(
                        "communication.templates." + name,
                        name,
                        "The message " + name + " begins: " + template.subject() + ".",
                        Map.of(
                                "message " + name + ", subject",
                                template.subject(),
                                "message " + name + ", text",
                                template.body().strip() + "\n"))));
        return told;
    }

    static List<RuleSentence> guardrails(Guardrails guardrails) {
        List<RuleSentence> told = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        limit(limits, guardrails.perEscalationHour(), " automatic messages go out for one escalation in an hour");
        limit(limits, guardrails.perPersonHour(), " automatic messages reach one person in an hour");
        if (guardrails.digestAbove() > 0) {
            limits.add("when more than " + guardrails.digestAbove() + " wait for one person, they become one digest");
        }
        if (!limits.isEmpty()) {
            told.add(RuleSentence.of(
                    "guardrails.automatic-messages",
                    "automatic messages",
                    Phrases.sentence(String.join("; ", limits))));
        }
        if (!guardrails.quietFrom().equals(guardrails.quietUntil())) {
            told.add(RuleSentence.of(
                    "guardrails.quiet-hours",
                    "quiet hours",
                    "Between " + guardrails.quietFrom() + " and " + guardrails.quietUntil()
                            + " by the recipient's clock nothing is sent"
                            + (guardrails.quietExcept().isEmpty()
                                    ? "."
                                    : ", except for " + Phrases.and(Phrases.names(guardrails.quietExcept())) + ".")));
        }
        if (!guardrails.neverAutomatic().isEmpty()) {
            told.add(RuleSentence.of(
                    "guardrails.never-automatic",
                    "never automatic",
                    "Only a person does these: "
                            + String.join(", ", Phrases.plain(Phrases.sorted(guardrails.neverAutomatic()))) + "."));
        }
        if (guardrails.openingsPerHour() > 0) {
            told.add(
                    RuleSentence.of(
                            "guardrails.openings-per-hour",
                            "openings per hour",
                            "At most " + guardrails.openingsPerHour()
                                    + " escalations open by themselves in an hour; more of them wait for somebody to accept them."));
        }
        Map<ValueBand, String> waits = new EnumMap<>(ValueBand.class);
        guardrails.longestWait().forEach((band, span) -> waits.put(band, Phrases.counted(span, "")));
        if (!waits.isEmpty()) {
            told.add(RuleSentence.of(
                    "guardrails.longest-wait",
                    "longest wait",
                    "Whoever is served first, nobody waits longer than "
                            + Phrases.or(waits.entrySet().stream()
                                    .map(wait -> wait.getValue() + " ("
                                            + wait.getKey().word() + ")")
                                    .toList())
                            + "."));
        }
        return told;
    }

    private static void limit(List<String> limits, int most, String what) {
        if (most > 0) {
            limits.add("at most " + most + what);
        }
    }

    static List<RuleSentence> exit(Exit exit) {
        List<RuleSentence> told = new ArrayList<>();
        exit.criteria()
                .forEach(criterion -> told.add(new RuleSentence(
                        "exit.criteria",
                        criterion.name(),
                        "It may be closed when " + criterion.sentence() + ".",
                        Map.of("exit criterion " + criterion.name(), criterion.sentence()))));
        Map<Severity, String> watched = new EnumMap<>(Severity.class);
        exit.watch().forEach((severity, span) -> {
            if (!span.isZero()) {
                watched.put(severity, Phrases.elapsed(span));
            }
        });
        told.add(RuleSentence.of(
                "exit.watch",
                "watch period",
                watched.isEmpty()
                        ? "Nothing is watched after stepping down."
                        : "After stepping down it is watched: " + Phrases.bySeverity(watched) + "."));
        told.add(RuleSentence.of(
                "exit.automatic-close",
                "closing",
                exit.automaticClose()
                        ? "It closes by itself once all of this holds and the watch period is over."
                        : "A person closes it."));
        told.add(RuleSentence.of(
                "exit.reopening",
                "reopening",
                exit.reopening() == SupportPlan.ReopeningRule.CONTINUE
                        ? "When it comes back, the time to resolve goes on where it stood."
                        : "When it comes back, the time to resolve begins anew."));
        if (exit.review() != null) {
            told.add(review(exit.review()));
        }
        return told;
    }

    private static RuleSentence review(Exit.Review review) {
        String steps = String.join(
                ", then ", review.climbsTo().stream().map(Phrases::plain).toList());
        String climbs = review.climbsTo().isEmpty()
                ? "Missed, it climbs to nobody."
                : "Missed, it climbs to " + steps
                        + (review.climbsTo().size() == 1
                                ? "."
                                : ", with " + Phrases.counted(review.climbsEvery(), review.calendar())
                                        + " in between.");
        return RuleSentence.of(
                "exit.review",
                "review",
                "A review is held " + Phrases.where(review.requiredWhen(), "") + ", within "
                        + Phrases.counted(review.due(), review.calendar())
                        + (review.calendar().equals("always") ? "" : " of " + review.calendar()) + ", led by "
                        + Phrases.plain(review.ledBy()) + ", who is warned at " + review.warn() + "% of the time. "
                        + climbs);
    }

    static List<RuleSentence> permissions(Permissions permissions) {
        List<RuleSentence> told = new ArrayList<>();
        for (Map.Entry<String, Set<String>> may : new TreeMap<>(permissions.roles()).entrySet()) {
            String who = may.getValue().isEmpty() ? "nobody" : Phrases.and(Phrases.sorted(may.getValue()));
            told.add(new RuleSentence(
                    "permissions." + may.getKey(),
                    may.getKey(),
                    Phrases.capital(who) + " may " + may.getKey() + "." + more(may.getKey()),
                    Map.of("who may " + may.getKey(), who)));
        }
        return told;
    }

    /** Says what a permission gives beyond its name. */
    private static String more(String permission) {
        return switch (permission) {
            case Permissions.RESPOND -> " So may whoever holds a role in the escalation.";
            case Permissions.APPROVE ->
                " They may answer every question that waits for a decision, whoever it was asked of.";
            default -> "";
        };
    }

    static RuleSentence exception(PolicyException exception) {
        String whom = Phrases.and(java.util.stream.Stream.of(
                        exception.account().isEmpty() ? "" : "the account " + exception.account(),
                        exception.region().isEmpty() ? "" : "the region " + exception.region())
                .filter(text -> !text.isEmpty())
                .toList());
        List<String> given = new ArrayList<>();
        new TreeMap<>(exception.targets()).forEach((target, spans) -> {
            Map<Severity, String> lengths = new EnumMap<>(Severity.class);
            spans.forEach((severity, span) -> lengths.put(severity, Phrases.counted(span, "")));
            given.add(Phrases.plain(target) + " within " + Phrases.bySeverity(lengths));
        });
        if (!exception.tier().isEmpty()) {
            given.add("the response tier " + exception.tier());
        }
        return RuleSentence.of(
                "exceptions." + exception.name(),
                exception.name(),
                "Until " + exception.until() + " " + whom + " is given " + Phrases.and(given) + ": "
                        + exception.because() + " (approved by " + exception.approvedBy() + ").");
    }
}
