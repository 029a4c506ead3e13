package dev.bellrope.core.playbook.sentence;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.calendar.WorkingCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Describes what accounts are worth, the support plans, and the calendars. */
final class ValueSentences {
    private static final String OTHERWISE = "otherwise";

    private ValueSentences() {}

    static List<RuleSentence> rubric(ValueRubric rubric) {
        List<RuleSentence> told = new ArrayList<>();
        for (ValueRubric.ValueCriterion criterion : rubric.criteria()) {
            String name = Phrases.plain(criterion.name());
            Map<String, String> aspects = new LinkedHashMap<>();
            String scale = String.join(
                    ", ",
                    criterion.scale().entrySet().stream()
                            .map(point ->
                                    Phrases.number(point.getValue()) + " points at " + Phrases.number(point.getKey()))
                            .toList());
            aspects.put(name + " weighs", Phrases.number(criterion.weight()));
            aspects.put(name + " is measured by", criterion.measure().words());
            aspects.put(name + " gives", scale);
            told.add(new RuleSentence(
                    "account-value.criteria." + criterion.name(),
                    criterion.name(),
                    Phrases.sentence(name + " weighs " + Phrases.number(criterion.weight()) + ": "
                            + criterion.measure().words() + " gives " + scale),
                    aspects));
        }
        Map<String, String> bands = new LinkedHashMap<>();
        for (ValueBand band : ValueBand.values()) {
            bands.put(
                    "band " + band.word(),
                    "from " + Phrases.number(rubric.bands().getOrDefault(band, 0.0)));
        }
        told.add(new RuleSentence(
                "account-value.bands",
                "bands",
                "Of 100 points an account is "
                        + Phrases.and(bands.entrySet().stream()
                                .map(band -> band.getKey().replace("band ", "") + " " + band.getValue())
                                .toList())
                        + ".",
                bands));
        return told;
    }

    static List<RuleSentence> plans(Map<String, SupportPlan> plans) {
        List<RuleSentence> told = new ArrayList<>();
        new TreeMap<>(plans).forEach((name, plan) -> {
            Map<String, String> aspects = new LinkedHashMap<>();
            List<String> promises = new ArrayList<>();
            for (String target : List.of(SupportPlan.FIRST_REPLY, SupportPlan.NEXT_REPLY, SupportPlan.RESOLVE)) {
                Map<String, Span> budgets = plan.targets().get(target);
                if (budgets != null) {
                    String promise = budgets(budgets, plan.calendar());
                    aspects.put("plan " + name + ", " + Phrases.plain(target), promise);
                    promises.add(Phrases.plain(target) + " within " + promise);
                }
            }
            aspects.put("plan " + name + " counts", Phrases.hours(plan.calendar()));
            String pauses = Phrases.or(Phrases.plain(Phrases.sorted(plan.pausesWhile())));
            aspects.put("plan " + name + " pauses while", pauses.isEmpty() ? "never" : pauses);
            String again = plan.reopening() == SupportPlan.ReopeningRule.CONTINUE ? "goes on" : "begins anew";
            aspects.put("plan " + name + ", time of a reopened ticket", again);
            told.add(new RuleSentence(
                    "plans." + name,
                    name,
                    Phrases.sentence(name + " promises " + String.join("; ", promises) + "; counted "
                            + Phrases.hours(plan.calendar())
                            + (pauses.isEmpty() ? "" : ", pausing while " + pauses)),
                    aspects));
        });
        return told;
    }

    private static String budgets(Map<String, Span> budgets, String calendar) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Span> budget : SupportPlan.mostUrgentFirst(budgets)) {
            String whom = !budget.getKey().equals(OTHERWISE)
                    ? " for " + budget.getKey()
                    : parts.isEmpty() ? "" : " otherwise";
            parts.add(Phrases.counted(budget.getValue(), calendar) + whom);
        }
        return Phrases.and(parts);
    }

    static List<RuleSentence> calendars(Map<String, WorkingCalendar> calendars) {
        List<RuleSentence> told = new ArrayList<>();
        new TreeMap<>(calendars).forEach((name, calendar) -> {
            if (!name.equals(Phrases.ALWAYS)) {
                Map<String, String> aspects = new LinkedHashMap<>();
                String hours = calendar.isAlways() ? "round the clock" : String.valueOf(calendar.week());
                aspects.put("calendar " + name + ", zone", calendar.zone().getId());
                aspects.put("calendar " + name + ", hours", hours);
                aspects.put(
                        "calendar " + name + ", holidays",
                        calendar.holidays().isEmpty()
                                ? "none"
                                : calendar.holidays().days().toString());
                aspects.put(
                        "calendar " + name + ", special hours",
                        calendar.specialHours().isEmpty()
                                ? "none"
                                : calendar.specialHours().toString());
                told.add(new RuleSentence(
                        "calendars." + name,
                        name,
                        Phrases.sentence(name + " is open " + hours + " in "
                                + calendar.zone().getId()
                                + (calendar.holidays().isEmpty() ? "" : ", but for its holidays")
                                + (calendar.specialHours().isEmpty() ? "" : ", with special hours on single dates")),
                        aspects));
            }
        });
        return told;
    }
}
