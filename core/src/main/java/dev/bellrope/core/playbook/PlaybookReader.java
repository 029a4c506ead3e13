package dev.bellrope.core.playbook;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.fact.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a playbook from YAML 1.2, and says everything that is wrong with it at once.
 *
 * <p>A section that a playbook leaves out is as in the baseline that comes with Bellrope, so a small team writes only what
 * is its own.
 */
public final class PlaybookReader {
    private static final String FORMAT = "v1";

    private final HolidayLookup holidays;

    /** A reader that knows no country's holidays. */
    public PlaybookReader() {
        this(HolidayLookup.none());
    }

    /** A reader that asks the lookup for the holidays of countries. */
    public PlaybookReader(HolidayLookup holidays) {
        this.holidays = holidays;
    }

    /**
     * What reading gave.
     *
     * @param playbook the playbook; null when there is any problem
     * @param problems everything that is wrong, by line
     */
    public record Reading(@Nullable Playbook playbook, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One mistake.
     *
     * @param line from 1
     * @param column from 1
     * @param path where in the playbook, {@code triggers.slo-missed.when}
     * @param message what is wrong
     * @param accepted what would be accepted, with a suggestion where one is near; may be empty
     */
    public record Problem(int line, int column, String path, String message, String accepted) {}

    /** The text of the baseline playbook. */
    public static String baseline() {
        try (InputStream stream = Objects.requireNonNull(
                PlaybookReader.class.getResourceAsStream("baseline.yaml"), "the baseline playbook is missing")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text as a playbook.
     *
     * @param version what the version is called once it is read, {@code baseline@3}
     */
    public Reading read(String text, String version) {
        Problems problems = Problems.in(text);
        MappingNode root = Document.read(text, problems);
        if (root == null) {
            return new Reading(null, problems.sorted());
        }
        Section written = new Item("", null, root, problems).section(Shape.PLAYBOOK);
        Playbook playbook = read(written.fallingBackOn(usual(problems)), version);
        return new Reading(problems.isEmpty() ? playbook : null, problems.sorted());
    }

    private static Section usual(Problems problems) {
        Problems ofBaseline = problems.forBaseline();
        MappingNode root = Objects.requireNonNull(Document.read(baseline(), ofBaseline));
        return new Item("", null, root, ofBaseline).section(Shape.PLAYBOOK);
    }

    private Playbook read(Section root, String version) {
        if (root.has("format")) {
            root.get("format").word("format", List.of(FORMAT));
        } else {
            root.item().keyProblem("'format' is missing", "format: " + FORMAT);
        }
        Names names = names(root);
        Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
        for (Section section : calendarSections(root)) {
            calendars.putAll(new CalendarReading(holidays).calendars(section));
        }
        Conditions conditions = new Conditions(names, declared(root));
        JudgementReading judgement = new JudgementReading(names, conditions);
        ResponseReading response = new ResponseReading(names, conditions);
        ConductReading conduct = new ConductReading(names, conditions);
        Section targets = root.get("targets").section(Shape.TARGETS);
        Guardrails guardrails = conduct.guardrails(within(root, "guardrails", Shape.GUARDRAILS));
        Map<String, SupportPlan> plans = new LinkedHashMap<>();
        root.get("plans")
                .named()
                .entries()
                .forEach((name, item) -> plans.put(name, ValueReading.plan(name, item, names)));
        return new Playbook(
                ownText(root, "playbook"),
                version,
                ownText(root, "purpose"),
                ownText(root, "owner"),
                calendars,
                ValueReading.rubric(root.get("account-value"), conditions),
                plans,
                judgement.matrix(root.get("severity").section(Shape.SEVERITY)),
                judgement.tiers(root.get("response-tiers").named()),
                judgement.issueTypes(root.get("issue-types").named()),
                judgement.triggers(root.get("triggers").named()),
                response.ladder(root.get("ladder").named()),
                response.targets(targets),
                response.targetCalendars(targets),
                response.routes(root.get("routes").named()),
                conduct.communication(within(root, "communication", Shape.COMMUNICATION)),
                guardrails,
                conduct.exit(within(root, "exit", Shape.EXIT), guardrails),
                conduct.permissions(named(root, "permissions")),
                conduct.exceptions(named(root, "exceptions")));
    }

    /** A text that every playbook writes itself, whatever the baseline says. */
    private static String ownText(Section root, String key) {
        if (!root.has(key)) {
            root.item().keyProblem("'" + key + "' is missing", "");
            return "";
        }
        return root.get(key).text();
    }

    /** A section whose keys may be left out one by one. */
    private static Section within(Section root, String key, Shape shape) {
        Section fallback = root.fallback();
        Section usual = fallback == null ? null : fallback.get(key).section(shape);
        return root.has(key)
                ? root.get(key).section(shape).fallingBackOn(usual)
                : Objects.requireNonNullElseGet(usual, () -> root.get(key).section(shape));
    }

    private static Section named(Section root, String key) {
        Section fallback = root.fallback();
        Section usual = fallback == null
                ? null
                : fallback.find(key).map(Item::named).orElse(new Section(fallback.item(), Map.of(), null));
        if (root.has(key)) {
            return root.get(key).named().fallingBackOn(key.equals("permissions") ? usual : null);
        }
        return usual == null ? new Section(root.item(), Map.of(), null) : usual;
    }

    private static Names names(Section root) {
        Set<String> calendars = new LinkedHashSet<>();
        calendars.add("always");
        calendarSections(root).forEach(section -> calendars.addAll(section.names()));
        Section severity = root.get("severity").section(Shape.SEVERITY);
        DeclaredWords words = new DeclaredWords();
        return new Names(
                calendars,
                words.keys(root.get("ladder"), "level"),
                words.keys(root.get("response-tiers"), "response tier"),
                words.listed(severity.get("impact"), "impact"),
                words.listed(severity.get("urgency"), "urgency"),
                root.texts("duties"));
    }

    /** The baseline's calendars are there too: sections that are left out count in them. */
    private static List<Section> calendarSections(Section root) {
        List<Section> sections = new ArrayList<>();
        Section fallback = root.fallback();
        if (fallback != null) {
            sections.add(fallback.get("calendars").named());
        }
        if (root.has("calendars")) {
            sections.add(root.get("calendars").named());
        }
        return sections;
    }

    private static Map<String, Map<String, FactType>> declared(Section root) {
        Map<String, Map<String, FactType>> declared = new LinkedHashMap<>();
        root.find("facts")
                .ifPresent(item -> item.named().entries().forEach((subject, fields) -> {
                    if (!Conditions.EXTENSIBLE.contains(subject)) {
                        fields.keyProblem(
                                "'" + subject + "' has no facts besides those that it comes with",
                                Nearest.hint(subject, Conditions.EXTENSIBLE));
                    }
                    Map<String, FactType> types = new LinkedHashMap<>();
                    fields.named().entries().forEach((name, type) -> {
                        type.requireIdentifier(name);
                        types.put(
                                name,
                                FactType.find(type.word("kind of fact", FactType.words()))
                                        .orElse(FactType.ANYTHING));
                    });
                    declared.put(subject, types);
                }));
        return declared;
    }
}
