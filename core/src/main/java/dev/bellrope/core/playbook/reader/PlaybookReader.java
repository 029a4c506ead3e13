package dev.bellrope.core.playbook.reader;

import dev.bellrope.core.account.SupportPlan;
import dev.bellrope.core.calendar.WorkingCalendar;
import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.fact.Nearest;
import dev.bellrope.core.playbook.Guardrails;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.yaml.Document;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import dev.bellrope.core.playbook.yaml.PlaybookProblems;
import dev.bellrope.core.playbook.yaml.PlaybookSection;
import dev.bellrope.core.playbook.yaml.YamlValue;
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
 * Reads a playbook from YAML 1.2, and reports all problems at once.
 *
 * <p>A section that a playbook leaves out is taken from the baseline that comes with Bellrope, so that a small team
 * only writes what differs.
 */
public final class PlaybookReader {
    private static final String FORMAT = "v1";

    private final HolidayLookup holidays;

    /** Creates a reader that knows no country's holidays. */
    public PlaybookReader() {
        this(HolidayLookup.none());
    }

    /** Creates a reader that looks up the holidays of countries. */
    public PlaybookReader(HolidayLookup holidays) {
        this.holidays = holidays;
    }

    /**
     * The result of reading a playbook.
     *
     * @param playbook the playbook; null if there is any problem
     * @param problems all problems, by line
     */
    public record PlaybookResult(@Nullable Playbook playbook, List<PlaybookProblem> problems) {
        public PlaybookResult {
            problems = List.copyOf(problems);
        }
    }

    /** Returns the text of the baseline playbook. */
    public static String baseline() {
        try (InputStream stream = Objects.requireNonNull(
                Playbook.class.getResourceAsStream("baseline.yaml"), "the baseline playbook is missing")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a playbook from a text.
     *
     * @param version the version that the playbook gets, {@code baseline@3}
     */
    public PlaybookResult read(String text, String version) {
        PlaybookProblems problems = PlaybookProblems.in(text);
        MappingNode root = Document.read(text, problems);
        if (root == null) {
            return new PlaybookResult(null, problems.sorted());
        }
        PlaybookSection written = new YamlValue("", null, root, problems).section(PlaybookKeys.PLAYBOOK);
        Playbook playbook = read(written.fallingBackOn(usual(problems)), version);
        return new PlaybookResult(problems.isEmpty() ? playbook : null, problems.sorted());
    }

    private static PlaybookSection usual(PlaybookProblems problems) {
        PlaybookProblems ofBaseline = problems.forBaseline();
        MappingNode root = Objects.requireNonNull(Document.read(baseline(), ofBaseline));
        return new YamlValue("", null, root, ofBaseline).section(PlaybookKeys.PLAYBOOK);
    }

    private Playbook read(PlaybookSection root, String version) {
        if (root.has("format")) {
            root.get("format").word("format", List.of(FORMAT));
        } else {
            root.item().keyProblem("'format' is missing", "format: " + FORMAT);
        }
        DeclaredNames names = names(root);
        Map<String, WorkingCalendar> calendars = new LinkedHashMap<>();
        for (PlaybookSection section : calendarSections(root)) {
            calendars.putAll(new CalendarReader(holidays).calendars(section));
        }
        Conditions conditions = new Conditions(names, declared(root));
        JudgementReader judgement = new JudgementReader(names, conditions);
        ResponseReader response = new ResponseReader(names, conditions);
        ConductReader conduct = new ConductReader(names, conditions);
        PlaybookSection targets = root.get("targets").section(PlaybookKeys.TARGETS);
        Guardrails guardrails = conduct.guardrails(within(root, "guardrails", PlaybookKeys.GUARDRAILS));
        Map<String, SupportPlan> plans = new LinkedHashMap<>();
        root.get("plans")
                .named()
                .entries()
                .forEach((name, item) -> plans.put(name, ValueReader.plan(name, item, names)));
        return new Playbook(
                ownText(root, "playbook"),
                version,
                ownText(root, "purpose"),
                ownText(root, "owner"),
                calendars,
                ValueReader.rubric(root.get("account-value"), conditions),
                plans,
                judgement.matrix(root.get("severity").section(PlaybookKeys.SEVERITY)),
                judgement.tiers(root.get("response-tiers").named()),
                judgement.issueTypes(root.get("issue-types").named()),
                judgement.triggers(root.get("triggers").named()),
                response.ladder(root.get("ladder").named()),
                response.targets(targets),
                response.targetCalendars(targets),
                response.routes(root.get("routes").named()),
                conduct.communication(within(root, "communication", PlaybookKeys.COMMUNICATION)),
                guardrails,
                conduct.exit(within(root, "exit", PlaybookKeys.EXIT), guardrails),
                conduct.permissions(named(root, "permissions")),
                conduct.exceptions(named(root, "exceptions")));
    }

    /** Reads a text that every playbook must give itself, even if the baseline has one. */
    private static String ownText(PlaybookSection root, String key) {
        if (!root.has(key)) {
            root.item().keyProblem("'" + key + "' is missing", "");
            return "";
        }
        return root.get(key).text();
    }

    /** Returns a section in which each key may be left out separately. */
    private static PlaybookSection within(PlaybookSection root, String key, PlaybookKeys shape) {
        PlaybookSection fallback = root.fallback();
        PlaybookSection usual = fallback == null ? null : fallback.get(key).section(shape);
        return root.has(key)
                ? root.get(key).section(shape).fallingBackOn(usual)
                : Objects.requireNonNullElseGet(usual, () -> root.get(key).section(shape));
    }

    private static PlaybookSection named(PlaybookSection root, String key) {
        PlaybookSection fallback = root.fallback();
        PlaybookSection usual = fallback == null
                ? null
                : fallback.find(key).map(YamlValue::named).orElse(new PlaybookSection(fallback.item(), Map.of(), null));
        if (root.has(key)) {
            return root.get(key).named().fallingBackOn(key.equals("permissions") ? usual : null);
        }
        return usual == null ? new PlaybookSection(root.item(), Map.of(), null) : usual;
    }

    private static DeclaredNames names(PlaybookSection root) {
        Set<String> calendars = new LinkedHashSet<>();
        calendars.add("always");
        calendarSections(root).forEach(section -> calendars.addAll(section.names()));
        PlaybookSection severity = root.get("severity").section(PlaybookKeys.SEVERITY);
        DeclaredWords words = new DeclaredWords();
        return new DeclaredNames(
                calendars,
                words.keys(root.get("ladder"), "level"),
                words.keys(root.get("response-tiers"), "response tier"),
                words.listed(severity.get("impact"), "impact"),
                words.listed(severity.get("urgency"), "urgency"),
                root.texts("duties"));
    }

    /** Returns the baseline's calendars as well, because the sections that a playbook leaves out use them. */
    private static List<PlaybookSection> calendarSections(PlaybookSection root) {
        List<PlaybookSection> sections = new ArrayList<>();
        PlaybookSection fallback = root.fallback();
        if (fallback != null) {
            sections.add(fallback.get("calendars").named());
        }
        if (root.has("calendars")) {
            sections.add(root.get("calendars").named());
        }
        return sections;
    }

    private static Map<String, Map<String, FactType>> declared(PlaybookSection root) {
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
