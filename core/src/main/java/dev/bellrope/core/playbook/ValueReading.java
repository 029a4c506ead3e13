package dev.bellrope.core.playbook;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads what accounts are worth and what was sold to them. */
final class ValueReading {
    private ValueReading() {}

    static ValueRubric rubric(Item item, Conditions conditions) {
        Section section = item.section(Shape.ACCOUNT_VALUE);
        LocalDate reviewed = section.find("reviewed").map(Item::date).orElse(LocalDate.EPOCH);
        List<ValueRubric.Criterion> criteria = new ArrayList<>();
        section.get("criteria").named().entries().forEach((name, entry) -> {
            Section criterion = entry.section(Shape.CRITERION);
            double weight = criterion.get("weight").number();
            if (weight <= 0) {
                criterion.get("weight").problem("a weight is more than 0", "");
            }
            Expression measure = conditions.read(criterion.get("score"), Conditions.Standing.WORTH);
            NavigableMap<Double, Double> scale = scale(criterion.get("scale"));
            if (measure != null && !scale.isEmpty() && weight > 0) {
                criteria.add(new ValueRubric.Criterion(name, weight, measure, scale));
            }
        });
        return new ValueRubric(reviewed, criteria, bands(section.get("bands").section(Shape.BANDS)));
    }

    static SupportPlan plan(String name, Item item, Names names) {
        Section section = item.section(Shape.PLAN);
        Map<String, Map<String, Span>> targets = new LinkedHashMap<>();
        for (String target : List.of(SupportPlan.FIRST_REPLY, SupportPlan.NEXT_REPLY, SupportPlan.RESOLVE)) {
            section.find(target).ifPresent(found -> {
                Map<String, Span> budgets = new LinkedHashMap<>();
                if (found.isMap()) {
                    found.named().entries().forEach((priority, span) -> budgets.put(priority, span.someSpan()));
                } else {
                    budgets.put("otherwise", found.someSpan());
                }
                targets.put(target, Map.copyOf(budgets));
            });
        }
        if (targets.isEmpty()) {
            item.keyProblem("the plan promises nothing", "first-reply, next-reply, resolve");
        }
        return new SupportPlan(
                name,
                section.find("calendar")
                        .map(found -> found.word("calendar", names.calendars()))
                        .orElse("always"),
                targets,
                new LinkedHashSet<>(section.texts("pauses-while")),
                section.find("reopening").map(ValueReading::reopening).orElse(SupportPlan.Reopening.CONTINUE));
    }

    static SupportPlan.Reopening reopening(Item item) {
        return SupportPlan.Reopening.valueOf(
                item.word("way to reopen", List.of("continue", "restart")).toUpperCase(Locale.ROOT));
    }

    private static NavigableMap<Double, Double> scale(Item item) {
        NavigableMap<Double, Double> scale = new TreeMap<>();
        item.named().entries().forEach((from, to) -> {
            Item key = new Item(to.path(), null, to.key(), to.problems());
            double points = to.number();
            if (points < 0 || points > 100) {
                to.problem("a scale leads to 0..100" + to.butFound(), "");
            }
            scale.put(key.number(), Math.clamp(points, 0.0, 100.0));
        });
        if (scale.isEmpty() && item.isMap()) {
            item.problem("the scale has no points", "breakpoints like { 0: 0, 250000: 50, 2000000: 100 }");
        }
        return scale;
    }

    private static Map<ValueBand, Double> bands(Section section) {
        Map<ValueBand, Double> bands = new EnumMap<>(ValueBand.class);
        double above = 100.0;
        for (ValueBand band : ValueBand.values()) {
            Item item = band == ValueBand.STANDARD
                    ? section.find(band.word())
                            .orElse(new Item("", null, null, section.item().problems()))
                    : section.get(band.word());
            int before = section.item().problems().sorted().size();
            double least = item.node() == null ? 0.0 : item.number();
            if (section.item().problems().sorted().size() > before) {
                continue; // no number, so nothing to compare with
            }
            if (item.node() != null && (least < 0 || least > above)) {
                item.problem(
                        "the bands fall from strategic to standard within 100..0" + item.butFound(),
                        "at most " + (long) above);
            }
            if (band == ValueBand.STANDARD && least != 0) {
                item.problem("the standard band begins at 0", "0");
            }
            above = least;
            bands.put(band, least);
        }
        return bands;
    }
}
