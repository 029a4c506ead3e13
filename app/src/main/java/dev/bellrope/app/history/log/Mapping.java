package dev.bellrope.app.history.log;

import dev.bellrope.core.calendar.WorkingCalendar;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A parsed mapping file, which says how the columns of a log become signals, accounts and people. */
public final class Mapping {
    final String name;
    final String source;
    final FileFormat shape;
    final LogColumn ticket;
    final LogColumn time;
    final List<String> timePatterns;
    final ZoneId zone;
    final Accounts accounts;
    final @Nullable People people;
    final @Nullable MappingRule opened;
    final List<MappingRule> rules;

    Mapping(
            String name,
            String source,
            FileFormat shape,
            LogColumn ticket,
            LogColumn time,
            List<String> timePatterns,
            ZoneId zone,
            Accounts accounts,
            @Nullable People people,
            @Nullable MappingRule opened,
            List<MappingRule> rules) {
        this.name = name;
        this.source = source;
        this.shape = shape;
        this.ticket = ticket;
        this.time = time;
        this.timePatterns = List.copyOf(timePatterns);
        this.zone = zone;
        this.accounts = accounts;
        this.people = people;
        this.opened = opened;
        this.rules = List.copyOf(rules);
    }

    /**
     * The result of reading a mapping file.
     *
     * @param mapping null if there is any problem
     * @param problems everything that is wrong, by line
     */
    public record MappingResult(@Nullable Mapping mapping, List<MappingProblem> problems) {
        public MappingResult {
            problems = List.copyOf(problems);
        }
    }

    /** The format of the log file. */
    record FileFormat(char delimiter, Charset charset, Set<String> missing, boolean skipsBadRows) {}

    /** The customers: where their id, name, plan, region and facts are found. */
    record Accounts(
            Fact id,
            Template name,
            @Nullable Fact plan,
            @Nullable Fact region,
            List<Fact> facts) {}

    /** Our people: where they are found, and when they are assumed to work. */
    record People(LogColumn id, Template name, @Nullable LogColumn team, WorkingCalendar calendar) {}

    /** Reads a mapping file, and reports everything that is wrong with it at once. */
    public static MappingResult read(String yaml) {
        return new MappingReader().read(yaml);
    }

    /** Returns the name that the mapping gives itself. */
    public String name() {
        return name;
    }

    /** Returns the time zone of the log's local times. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns all columns that the mapping names anywhere. */
    List<LogColumn> columns() {
        List<LogColumn> all = new ArrayList<>(List.of(ticket, time));
        accounts.id().findColumn().ifPresent(all::add);
        all.addAll(accounts.name().columns());
        for (Fact fact : accountFacts()) {
            fact.findColumn().ifPresent(all::add);
        }
        if (people != null) {
            all.add(people.id());
            all.addAll(people.name().columns());
            if (people.team() != null) {
                all.add(people.team());
            }
        }
        for (MappingRule rule : everyRule()) {
            rule.findAt().ifPresent(all::add);
            rule.tests().forEach(test -> test.findColumn().ifPresent(all::add));
            rule.facts().forEach(fact -> fact.findColumn().ifPresent(all::add));
            all.addAll(rule.summary().columns());
        }
        return all;
    }

    /** Returns all columns with times besides the row's own. */
    List<LogColumn> timeColumns() {
        return everyRule().stream()
                .flatMap(rule -> rule.findAt().stream())
                .distinct()
                .toList();
    }

    private List<MappingRule> everyRule() {
        List<MappingRule> every = new ArrayList<>(rules);
        if (opened != null) {
            every.add(opened);
        }
        return every;
    }

    private List<Fact> accountFacts() {
        List<Fact> every = new ArrayList<>(accounts.facts());
        if (accounts.plan() != null) {
            every.add(accounts.plan());
        }
        if (accounts.region() != null) {
            every.add(accounts.region());
        }
        return every;
    }
}
