package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.account.ValueRubric;
import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Expression;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
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

/** Reads the account value rubric and the support plans. */
final class ValueReader {
    private ValueReader() {}

    static ValueRubric rubric(YamlValue item, Conditions conditions) {
        PlaybookSection section = item.section(PlaybookKeys.ACCOUNT_VALUE);
        LocalDate reviewed = section.find("reviewed").map(YamlValue::date).orElse(LocalDate.EPOCH);
        List<ValueRubric.ValueCriterion> criteria = new ArrayList<>();
        section.get("criteria").named().entries().forEach((name, entry) -> {
            PlaybookSection criterion = entry.section(PlaybookKeys.CRITERION);
            double weight = criterion.get("weight").number();
            if (weight <= 0) {
                criterion.get("weight").problem("a weight is more than 0", "");
            }
            Expression measure = conditions.read(criterion.get("score"), Conditions.ConditionScope.WORTH);
            NavigableMap<Double, Double> scale = scale(criterion.get("scale"));
            if (measure != null && !scale.isEmpty() && weight > 0) {
                criteria.add(new ValueRubric.ValueCriterion(name, weight, measure, scale));
            }
        });
        return new ValueRubric(reviewed, criteria, bands(section.get("bands").section(PlaybookKeys.BANDS)));
    }

    static SupportPlan plan(String name, YamlValue item, DeclaredNames names) {
        PlaybookSection section = item.section(PlaybookKeys.PLAN);
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
                section.find("reopening").map(ValueReader::reopening).orElse(SupportPlan.ReopeningRule.CONTINUE));
    }

    static SupportPlan.ReopeningRule reopening(YamlValue item) {
        return SupportPlan.ReopeningRule.valueOf(
                item.word("way to reopen", List.of("continue", "restart")).toUpperCase(Locale.ROOT));
    }

    private static NavigableMap<Double, Double> scale(YamlValue item) {
        NavigableMap<Double, Double> scale = new TreeMap<>();
        item.named().entries().forEach((from, to) -> {
            YamlValue key = new YamlValue(to.path(), null, to.key(), to.problems());
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

    private static Map<ValueBand, Double> bands(PlaybookSection section) {
        Map<ValueBand, Double> bands = new EnumMap<>(ValueBand.class);
        double above = 100.0;
        for (ValueBand band : ValueBand.values()) {
            YamlValue item = band == ValueBand.STANDARD
                    ? section.find(band.word())
                            .orElse(new YamlValue("", null, null, section.item().problems()))
                    : section.get(band.word());
            int before = section.item().problems().sorted().size();
            double least = item.node() == null ? 0.0 : item.number();
            if (section.item().problems().sorted().size() > before) {
                continue; // not a number, so nothing to compare with
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
