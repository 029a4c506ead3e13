package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.calendar.Span;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.ClimbRule;
import dev.bellrope.core.playbook.Ladder;
import dev.bellrope.core.playbook.Route;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.playbook.TargetRule;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rules of response: the ladder, targets and routes. */
final class ResponseReader {
    private static final Pattern CLIMB =
            Pattern.compile("(\\S+) (?:missed(?: (once|twice|\\d{1,2} times))?|at (\\S+)|is (\\S+))");
    private static final Pattern MEETING = Pattern.compile(
            "every [1-9]\\d?[hm]|(?:daily|weekly (?:mon|tue|wed|thu|fri|sat|sun)) (?:[01]\\d|2[0-3]):[0-5]\\d");
    private static final String CLIMB_FORMS =
            "acknowledge missed, update missed twice, update missed 3 times, resolve at 75%, severity is S1, tier is T1";
    private static final List<String> FILLS = List.of("best-fit", "next-best", "next-best-other-zone");

    private final DeclaredNames names;
    private final Conditions conditions;

    ResponseReader(DeclaredNames names, Conditions conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    Ladder ladder(PlaybookSection section) {
        List<Ladder.Level> levels = new ArrayList<>();
        section.entries().forEach((id, item) -> {
            PlaybookSection level = item.section(PlaybookKeys.LEVEL);
            List<ClimbRule> climbs = new ArrayList<>();
            level.find("climbs-when").map(YamlValue::items).orElse(List.of()).forEach(rule -> {
                ClimbRule read = climb(rule);
                if (read != null) {
                    climbs.add(read);
                }
            });
            if (levels.size() == section.entries().size() - 1 && !climbs.isEmpty()) {
                level.get("climbs-when").keyProblem("nothing is above " + id + " to climb to", "");
            }
            levels.add(new Ladder.Level(
                    id,
                    level.text("name", id),
                    level.texts("duties"),
                    level.find("people")
                            .map(found -> found.words("role or duty", names.atLevels()))
                            .orElse(List.of()),
                    climbs,
                    level.texts("teams")));
        });
        return new Ladder(levels);
    }

    private @Nullable ClimbRule climb(YamlValue item) {
        String text = item.text().strip().replaceAll("\\s+", " ");
        Matcher matcher = CLIMB.matcher(text);
        if (!matcher.matches()) {
            if (!text.isEmpty()) {
                item.problem("'" + text + "' is no rule for climbing", CLIMB_FORMS);
            }
            return null;
        }
        String subject = matcher.group(1);
        if (matcher.group(4) != null) {
            return switch (subject) {
                case "severity" ->
                    new ClimbRule.SeverityIs(
                            Severity.valueOf(known(item, matcher.group(4), "severity", DeclaredNames.SEVERITIES)));
                case "tier" -> new ClimbRule.TierIs(known(item, matcher.group(4), "tier", names.tiers()));
                default -> {
                    item.problem("'" + subject + "' is no reason to climb", CLIMB_FORMS);
                    yield null;
                }
            };
        }
        String target = known(item, subject, "target", DeclaredNames.TARGETS);
        if (matcher.group(3) != null) {
            if (!matcher.group(3).matches("[1-9][0-9]?%")) {
                item.problem("'" + matcher.group(3) + "' is no share of a budget", "a percentage from 1% to 99%");
                return null;
            }
            return new ClimbRule.UsedUp(
                    target, Integer.parseInt(matcher.group(3).replace("%", "")));
        }
        String times = matcher.group(2);
        int count = switch (times) {
            case null -> 1;
            case "once" -> 1;
            case "twice" -> 2;
            default -> Integer.parseInt(times.substring(0, times.indexOf(' ')));
        };
        if (count == 0) {
            item.problem("'" + text + "' would climb for nothing", CLIMB_FORMS);
            return null;
        }
        return new ClimbRule.Missed(target, count);
    }

    private static String known(YamlValue item, String text, String what, List<String> accepted) {
        if (accepted.contains(text)) {
            return text;
        }
        item.problem("'" + text + "' is no " + what, Nearest.hint(text, accepted));
        return accepted.isEmpty() ? text : accepted.getFirst();
    }

    Map<String, TargetRule> targets(PlaybookSection section) {
        Map<String, TargetRule> targets = new LinkedHashMap<>();
        section.entries().forEach((name, item) -> {
            if (!name.equals("calendar")) {
                targets.put(name, target(name, item));
            }
        });
        return targets;
    }

    private TargetRule target(String name, YamlValue item) {
        PlaybookSection section = item.section(PlaybookKeys.TARGET);
        Map<Severity, Span> budgets = bySeverity(section, YamlValue::someSpan);
        if (budgets.isEmpty() && item.isMap()) {
            item.keyProblem("'" + name + "' promises nothing", "a length of time for S1, S2, S3, S4 or otherwise");
        }
        List<Integer> warn = section.find("warn").map(YamlValue::items).orElse(List.of()).stream()
                .map(YamlValue::percent)
                .sorted()
                .distinct()
                .toList();
        Set<Severity> nonNegotiable = new LinkedHashSet<>();
        section.find("non-negotiable")
                .map(YamlValue::items)
                .orElse(List.of())
                .forEach(severity -> nonNegotiable.add(severity.severity()));
        TargetRule.Start starts = section.find("starts")
                .map(found -> found.word("start", List.of("on-open", "on-acknowledge", "on-resolve")))
                .map(word ->
                        TargetRule.Start.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .orElse(name.equals(TargetRule.ROOT_CAUSE) ? TargetRule.Start.ON_RESOLVE : TargetRule.Start.ON_OPEN);
        return new TargetRule(
                name,
                budgets,
                warn,
                nonNegotiable,
                starts,
                section.find("repeats").map(YamlValue::truth).orElse(name.equals(TargetRule.UPDATE)),
                new LinkedHashSet<>(section.texts("pauses-while")),
                section.find("calendar").map(this::calendar).orElse(""));
    }

    Map<Severity, String> targetCalendars(PlaybookSection targets) {
        return targets.find("calendar")
                .map(item -> item.isMap()
                        ? bySeverity(item.section(PlaybookKeys.TEXTS_BY_SEVERITY), this::calendar)
                        : every(calendar(item)))
                .orElse(every("owner"));
    }

    private String calendar(YamlValue item) {
        List<String> accepted = new ArrayList<>(names.calendars());
        accepted.addAll(CalendarReader.RELATIVE);
        return item.word("calendar", accepted);
    }

    List<Route> routes(PlaybookSection section) {
        List<Route> routes = new ArrayList<>();
        int left = section.entries().size();
        for (Map.Entry<String, YamlValue> entry : section.entries().entrySet()) {
            left--;
            routes.add(route(entry.getKey(), entry.getValue(), left == 0));
        }
        return routes;
    }

    private Route route(String name, YamlValue item, boolean isLast) {
        PlaybookSection section = item.section(PlaybookKeys.ROUTE);
        Map<String, String> people = new LinkedHashMap<>();
        people.put(Route.OWNER, "best-fit");
        people.put(Route.BACKUP, "next-best");
        section.find("people")
                .ifPresent(found -> found.section(PlaybookKeys.PEOPLE)
                        .entries()
                        .forEach((role, filled) -> people.put(role, fill(filled))));
        if (!section.has("when") && !isLast) {
            item.keyProblem("a route without 'when' matches everything, so the routes below it are never reached", "");
        }
        return new Route(
                name,
                section.find("when")
                        .map(found -> conditions.read(found, Conditions.ConditionScope.ROUTE))
                        .orElse(null),
                section.text("team", ""),
                section.texts("skills"),
                people,
                section.texts("task-force"),
                section.text("channel", ""),
                section.find("meeting")
                        .map(found -> found.isMap()
                                ? bySeverity(found.section(PlaybookKeys.TEXTS_BY_SEVERITY), ResponseReader::meeting)
                                : every(meeting(found)))
                        .orElse(Map.of()));
    }

    private String fill(YamlValue item) {
        String text = item.text();
        List<String> accepted = new ArrayList<>(FILLS);
        accepted.addAll(names.duties());
        if (!text.isEmpty() && !text.matches("account\\.[a-z][a-z0-9-]*") && !accepted.contains(text)) {
            accepted.add("account.csm");
            item.problem("'" + text + "' is no way to find somebody", Nearest.hint(text, accepted));
        }
        return text;
    }

    private static String meeting(YamlValue item) {
        String text = item.text();
        if (!text.isEmpty() && !MEETING.matcher(text).matches()) {
            item.problem("'" + text + "' is no meeting", "every 4h, daily 09:30, weekly mon 10:00");
        }
        return text;
    }

    /** Reads a map by severity, in which {@code otherwise} stands for every severity that is not named. */
    static <T> Map<Severity, T> bySeverity(PlaybookSection section, Function<YamlValue, T> reader) {
        Map<Severity, T> read = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            if (section.has(severity.name())) {
                read.put(severity, reader.apply(section.get(severity.name())));
            }
        }
        if (section.has("otherwise")) {
            T otherwise = reader.apply(section.get("otherwise"));
            for (Severity severity : Severity.values()) {
                read.putIfAbsent(severity, otherwise);
            }
        }
        return read;
    }

    static <T> Map<Severity, T> every(T value) {
        Map<Severity, T> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, value);
        }
        return all;
    }
}
