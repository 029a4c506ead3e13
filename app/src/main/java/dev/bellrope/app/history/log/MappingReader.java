package dev.bellrope.app.history.log;

import dev.bellrope.app.history.log.Mapping.Accounts;
import dev.bellrope.app.history.log.Mapping.FileFormat;
import dev.bellrope.app.history.log.Mapping.MappingResult;
import dev.bellrope.app.history.log.Mapping.People;
import dev.bellrope.core.calendar.Holidays;
import dev.bellrope.core.calendar.SpecialHours;
import dev.bellrope.core.calendar.Week;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.signal.SignalKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a mapping file once, from its text to a {@link Mapping} or to all its problems. */
final class MappingReader {
    private static final LogColumn NOWHERE = new LogColumn("", 1, 1, "");

    private final List<MappingProblem> problems = new ArrayList<>();

    MappingResult read(String yaml) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel("mapping").build()).composeString(yaml);
            if (root.isEmpty()) {
                return new MappingResult(null, List.of(new MappingProblem(1, 1, "", "the file is empty.")));
            }
            Mapping mapping = mapping(new MappingSection("", root.get(), problems));
            problems.sort(Comparator.comparingInt(MappingProblem::line).thenComparingInt(MappingProblem::column));
            return problems.isEmpty() ? new MappingResult(mapping, List.of()) : new MappingResult(null, problems);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            return new MappingResult(
                    null,
                    List.of(new MappingProblem(
                            mark.map(at -> at.getLine() + 1).orElse(1),
                            mark.map(at -> at.getColumn() + 1).orElse(1),
                            "",
                            "this is not YAML: " + e.getProblem())));
        } catch (YamlEngineException e) {
            return new MappingResult(
                    null, List.of(new MappingProblem(1, 1, "", "this is not YAML: " + e.getMessage())));
        }
    }

    private Mapping mapping(MappingSection root) {
        root.accepts(
                "mapping", "format", "about", "source", "file", "ticket", "time", "account", "people", "opened",
                "rules", "hide");
        String name = root.required("mapping", root::findText).orElse("");
        root.required("format", root::findText)
                .filter(format -> !format.equals("v1"))
                .ifPresent(format -> root.problem("format", "\"" + format + "\" is not known. Known: v1."));
        root.findText("about");
        String source = root.findText("source").orElse(name);
        FileFormat shape = root.findSection("file").map(this::shape).orElseGet(() -> shape(null));
        LogColumn ticket = root.required("ticket", root::findColumn).orElse(NOWHERE);
        TimeSettings times =
                root.required("time", root::findSection).map(this::times).orElse(TimeSettings.NONE);
        Accounts accounts = root.required("account", root::findSection)
                .map(this::accounts)
                .orElseGet(() -> new Accounts(Fact.always("id", ""), Template.EMPTY, null, null, List.of()));
        People people = root.findSection("people").map(this::people).orElse(null);
        MappingRule opened = root.findSection("opened")
                .map(section -> RuleReader.rule(section, SignalKind.TICKET_OPENED))
                .orElse(null);
        List<MappingRule> told = new ArrayList<>();
        root.each("rules", section -> told.add(RuleReader.rule(section, null)));
        if (opened == null && told.isEmpty()) {
            root.problem("mapping", "the file needs \"opened\" or \"rules\"; without them no row says anything.");
        }
        Mapping mapping = new Mapping(
                name,
                source,
                shape,
                ticket,
                times.column(),
                times.patterns(),
                times.zone(),
                accounts,
                people,
                opened,
                told);
        refuseHidden(root, mapping);
        return mapping;
    }

    /**
     * Reports misused hidden columns: a hidden column is not yet known at the time of its row, so it may only say when
     * something else happened.
     */
    private void refuseHidden(MappingSection root, Mapping mapping) {
        Set<String> hidden = Set.copyOf(root.texts("hide"));
        Set<LogColumn> times = Set.copyOf(mapping.timeColumns());
        mapping.columns().stream()
                .filter(column -> hidden.contains(column.name()) && !times.contains(column))
                .distinct()
                .forEach(column -> problems.add(column.problem(
                        "the column \"" + column.name() + "\" is hidden, so it may be named in \"at\" only.")));
    }

    private FileFormat shape(@Nullable MappingSection file) {
        if (file == null) {
            return new FileFormat(',', StandardCharsets.UTF_8, Set.of(), false);
        }
        file.accepts("delimiter", "charset", "missing", "bad-rows");
        String delimiter = file.findText("delimiter").orElse(",");
        if (delimiter.equals("tab")) {
            delimiter = "\t";
        }
        if (delimiter.length() != 1) {
            file.problem("delimiter", "must be one character, or tab.");
            delimiter = ",";
        }
        boolean skips = file.findText("bad-rows").orElse("stop").equals("skip");
        if (!skips && !file.findText("bad-rows").orElse("stop").equals("stop")) {
            file.problem("bad-rows", "must be stop or skip.");
        }
        return new FileFormat(delimiter.charAt(0), charset(file), Set.copyOf(file.texts("missing")), skips);
    }

    private Charset charset(MappingSection file) {
        String name = file.findText("charset").orElse("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            file.problem("charset", "\"" + name + "\" is no character set. Examples: UTF-8, windows-1252.");
            return StandardCharsets.UTF_8;
        }
    }

    private record TimeSettings(LogColumn column, List<String> patterns, ZoneId zone) {
        static final TimeSettings NONE = new TimeSettings(NOWHERE, List.of(), ZoneOffset.UTC);
    }

    private TimeSettings times(MappingSection time) {
        time.accepts("column", "format", "zone");
        LogColumn column = time.required("column", time::findColumn).orElse(NOWHERE);
        List<String> patterns = time.texts("format");
        if (patterns.isEmpty()) {
            patterns = List.of(TimeFormats.ISO);
        }
        for (String pattern : patterns) {
            try {
                new TimeFormats(List.of(pattern), ZoneOffset.UTC);
            } catch (IllegalArgumentException e) {
                time.problem(
                        "format",
                        "\"" + pattern + "\" is no time format: " + e.getMessage()
                                + ". Examples: d/M/yyyy HH:mm, iso, epoch-seconds, epoch-millis.");
            }
        }
        ZoneId zone = time.required("zone", key -> zone(time)).orElse(ZoneOffset.UTC);
        return new TimeSettings(column, patterns, zone);
    }

    private Optional<ZoneId> zone(MappingSection section) {
        return section.findText("zone").flatMap(name -> {
            if (ZoneId.getAvailableZoneIds().contains(name)) {
                return Optional.of(ZoneId.of(name));
            }
            section.problem("zone", "\"" + name + "\" is no IANA time zone. Examples: Europe/Rome, UTC.");
            return Optional.empty();
        });
    }

    private Accounts accounts(MappingSection account) {
        account.accepts("id", "name", "plan", "region", "facts");
        Fact id = account.required("id", key -> Optional.of(FactReader.fact(account, key)))
                .orElseGet(() -> Fact.always("id", ""));
        return new Accounts(
                id,
                FactReader.template(account, "name"),
                account.has("plan") ? FactReader.fact(account, "plan") : null,
                account.has("region") ? FactReader.fact(account, "region") : null,
                FactReader.facts(account, "facts"));
    }

    private People people(MappingSection people) {
        people.accepts("id", "name", "team", "works");
        return new People(
                people.required("id", people::findColumn).orElse(NOWHERE),
                FactReader.template(people, "name"),
                people.findColumn("team").orElse(null),
                people.required("works", people::findSection)
                        .flatMap(this::calendar)
                        .orElse(WorkingCalendar.always()));
    }

    private Optional<WorkingCalendar> calendar(MappingSection works) {
        works.accepts("calendar", "zone", "hours", "holidays", "special-hours");
        String name = works.findText("calendar").orElse("office");
        Optional<ZoneId> zone = works.required("zone", key -> zone(works));
        Optional<Week> week = works.required("hours", key -> week(works));
        if (zone.isEmpty() || week.isEmpty()) {
            return Optional.empty();
        }
        Holidays holidays = dates(works, "holidays", texts -> Holidays.parse(texts, "mapping"), Holidays.NONE);
        SpecialHours special = dates(works, "special-hours", SpecialHours::parse, SpecialHours.NONE);
        try {
            return Optional.of(WorkingCalendar.of(name, zone.get(), week.get(), holidays, special));
        } catch (IllegalArgumentException | DateTimeException e) {
            works.problem("hours", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static <T> T dates(MappingSection works, String key, Function<List<String>, T> reader, T otherwise) {
        try {
            return reader.apply(works.texts(key));
        } catch (IllegalArgumentException | DateTimeException e) {
            works.problem(key, String.valueOf(e.getMessage()));
            return otherwise;
        }
    }

    private static Optional<Week> week(MappingSection works) {
        try {
            if (!works.isSection("hours")) {
                return works.findText("hours").map(Week::parse);
            }
            MappingSection hours = works.findSection("hours").orElseThrow();
            Map<String, List<String>> days = new LinkedHashMap<>();
            hours.keys().forEach(day -> days.put(day, hours.texts(day)));
            return Optional.of(Week.parse(days));
        } catch (IllegalArgumentException | DateTimeException e) {
            works.problem("hours", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
