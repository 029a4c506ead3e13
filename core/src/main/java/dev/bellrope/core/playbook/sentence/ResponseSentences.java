package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.TargetRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the rules of response: the ladder, targets and routes. */
final class ResponseSentences {
    private ResponseSentences() {}

    static RuleSentence level(Ladder ladder, Ladder.Level level) {
        Map<String, String> aspects = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        aspects.put(level.id() + " is called", level.name());
        if (!level.duties().isEmpty()) {
            aspects.put(level.id() + " does", Phrases.and(Phrases.plain(level.duties())));
            sentences.add(level.id() + ", the " + level.name() + ": " + Phrases.and(Phrases.plain(level.duties())));
        }
        if (!level.people().isEmpty()) {
            aspects.put(level.id() + " brings in", Phrases.and(level.people()));
            sentences.add("when it is reached, these are brought in: " + Phrases.and(Phrases.plain(level.people())));
        }
        if (!level.teams().isEmpty()) {
            aspects.put(level.id() + " teams", Phrases.and(level.teams()));
            sentences.add("the teams " + Phrases.and(level.teams()) + " take part");
        }
        ladder.findAbove(level.id()).ifPresent(above -> {
            String climbs = level.climbsWhen().isEmpty()
                    ? "only when a person says so"
                    : Phrases.or(level.climbsWhen().stream()
                            .map(ResponseSentences::climb)
                            .toList());
            aspects.put(level.id() + " climbs", climbs);
            sentences.add("an escalation climbs from here to " + above.id() + " " + climbs);
        });
        return new RuleSentence(
                "ladder." + level.id(),
                level.id() + " " + level.name(),
                String.join(" ", sentences.stream().map(Phrases::sentence).toList()),
                aspects);
    }

    private static String climb(ClimbRule rule) {
        return switch (rule) {
            case ClimbRule.Missed(String target, int times) ->
                "when " + Phrases.plain(target) + " is missed"
                        + (times == 1 ? "" : times == 2 ? " twice" : " " + times + " times");
            case ClimbRule.UsedUp(String target, int percent) ->
                "when " + percent + "% of the time for " + Phrases.plain(target) + " is used up";
            case ClimbRule.SeverityIs(Severity severity) -> "at once where the severity is " + severity;
            case ClimbRule.TierIs(String tier) -> "at once where the response tier is " + tier;
        };
    }

    static RuleSentence target(TargetRule rule, Map<Severity, String> calendars) {
        String name = Phrases.plain(rule.name());
        Map<String, String> aspects = new LinkedHashMap<>();
        Map<String, Map<Severity, String>> byHours = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            Span budget = rule.budgets().get(severity);
            if (budget != null) {
                String calendar =
                        rule.calendar().isEmpty() ? calendars.getOrDefault(severity, "owner") : rule.calendar();
                String length = Phrases.counted(budget, calendar);
                aspects.put(severity + " " + name, length + " " + Phrases.hours(calendar));
                byHours.computeIfAbsent(Phrases.hours(calendar), ignored -> new EnumMap<>(Severity.class))
                        .put(severity, length);
            }
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(name + " is promised within "
                + String.join(
                        "; within ",
                        byHours.entrySet().stream()
                                .map(entry -> Phrases.bySeverity(entry.getValue()) + ", counted " + entry.getKey())
                                .toList()));
        String starts = switch (rule.starts()) {
            case ON_OPEN -> "when the escalation opens";
            case ON_ACKNOWLEDGE -> "when it is acknowledged";
            case ON_RESOLVE -> "when it is resolved";
        };
        aspects.put(name + " counts from", starts);
        if (rule.starts() != TargetRule.Start.ON_OPEN) {
            sentences.add("its time begins " + starts);
        }
        if (rule.repeats()) {
            aspects.put(name + " is owed", "again and again");
            sentences.add("it is owed again as soon as it was kept or missed");
        }
        if (!rule.warn().isEmpty()) {
            String warns = Phrases.and(rule.warn().stream().map(at -> at + "%").toList());
            aspects.put(name + " warns at", warns);
            sentences.add("the owner is warned when " + warns + " of the time is used up");
        }
        if (!rule.pausesWhile().isEmpty()) {
            String pauses = Phrases.or(Phrases.plain(Phrases.sorted(rule.pausesWhile())));
            aspects.put(name + " pauses while", pauses);
            sentences.add("it does not run while " + pauses);
        }
        if (!rule.nonNegotiable().isEmpty()) {
            String fixed = Phrases.and(Phrases.names(rule.nonNegotiable()));
            aspects.put(name + " is not negotiable for", fixed);
            sentences.add("for " + fixed + " it is not negotiable: only somebody who is entitled to may waive it");
        }
        return new RuleSentence(
                "targets." + rule.name(),
                rule.name(),
                String.join(" ", sentences.stream().map(Phrases::sentence).toList()),
                aspects);
    }

    static RuleSentence route(Route route) {
        String name = "route " + route.name();
        Map<String, String> aspects = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        String when = Phrases.where(route.when(), "where nothing above fits");
        aspects.put(name + " is taken", when);
        String team = route.team().isEmpty() ? "no team of its own" : "the team " + route.team();
        aspects.put(name + " goes to", team);
        sentences.add(when + ", it goes to " + team);
        List<String> people = new ArrayList<>();
        route.people().forEach((role, fill) -> {
            String skills = role.equals(Route.OWNER) && !route.skills().isEmpty()
                    ? " who knows " + Phrases.and(route.skills())
                    : "";
            aspects.put(name + ", " + role, fill(fill) + skills);
            people.add("the " + Phrases.role(role) + " is " + fill(fill) + skills);
        });
        sentences.add(String.join("; ", people));
        if (!route.taskForce().isEmpty()) {
            aspects.put(name + ", task force", Phrases.and(route.taskForce()));
            sentences.add("the task force is of " + Phrases.and(route.taskForce()));
        }
        if (!route.meetings().isEmpty()) {
            String meets = Phrases.bySeverity(route.meetings());
            aspects.put(name + " meets", meets);
            sentences.add("it meets " + meets);
        }
        if (!route.channel().isEmpty()) {
            aspects.put(name + ", channel", route.channel());
            sentences.add("its channel is called " + route.channel());
        }
        return new RuleSentence(
                "routes." + route.name(),
                route.name(),
                String.join(" ", sentences.stream().map(Phrases::sentence).toList()),
                aspects);
    }

    private static String fill(String fill) {
        return switch (fill) {
            case "best-fit" -> "whoever fits best";
            case "next-best" -> "the next best";
            case "next-best-other-zone" -> "the next best in another time zone";
            default ->
                fill.startsWith("account.")
                        ? "the account's " + Phrases.plain(fill.substring("account.".length()))
                        : "whoever holds the duty " + fill;
        };
    }
}
