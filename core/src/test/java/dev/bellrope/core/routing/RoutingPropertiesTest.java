package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every company that chance makes up. */
class RoutingPropertiesTest {
    private static final List<String> ZONES =
            List.of("Europe/Prague", "Asia/Tokyo", "America/New_York", "Europe/Berlin");
    private static final List<String> HOURS = List.of("09:00-17:00", "12:00-20:00", "22:00-06:00", "always");
    private static final List<String> SKILLS =
            List.of("kubernetes", "networking", "billing", "kubernetes+networking", "");
    private static final List<String> TEAMS = List.of("platform", "platform", "billing");
    private static final List<String> FUNCTIONS = List.of("engineering", "product", "support");
    private static final List<String> DUTIES = List.of("", "", "vp-engineering", "executive-sponsor");

    private static Company madeUp(long seed, int size) {
        Random random = new Random(seed);
        Company company = new Company()
                .severity(List.of(Severity.values()).get(random.nextInt(4)).name())
                .band(List.of(ValueBand.values()).get(random.nextInt(4)))
                .route("owner", "best-fit", "backup", "next-best-other-zone", "facilitator", "vp-engineering")
                .route("communications", "account.csm", "lead", "person:p1", "second", "next-best");
        company.taskForce = FUNCTIONS;
        company.accountPeople.put("csm", "p" + random.nextInt(size + 1));
        for (int i = 0; i < size; i++) {
            Instant from = Company.WEDNESDAY.plus(Duration.ofHours(random.nextInt(-40, 40)));
            Instant until = from.plus(Duration.ofHours(random.nextInt(1, 60)));
            company.with(
                    "p" + i,
                    "zone=" + any(ZONES, random) + " hours=" + any(HOURS, random) + " skills=" + any(SKILLS, random)
                            + " team=" + any(TEAMS, random) + " function=" + any(FUNCTIONS, random)
                            + " duties=" + any(DUTIES, random) + " seniority=" + random.nextInt(1, 6)
                            + " load=" + random.nextInt(4) + "/" + random.nextInt(30)
                            + " handled=" + random.nextInt(4) + " backup=p" + random.nextInt(size + 1)
                            + (random.nextInt(3) == 0 ? "" : " absent=" + from + "/" + until + "/away"));
        }
        return company;
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    @Property(tries = 300)
    void nobody_absent_is_ever_chosen_and_only_people_of_the_roster(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        Company company = madeUp(seed, size);
        for (Assignment assignment : company.assemble()) {
            assertThat(assignment.because()).isNotBlank();
            if (assignment.isFilled()) {
                Person person = company.roster().find(assignment.person()).orElseThrow();
                assertThat(person.isAbsent(Company.WEDNESDAY))
                        .as(assignment.toString())
                        .isFalse();
            }
        }
    }

    @Property(tries = 200)
    void an_available_person_means_an_owner(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        Company company = madeUp(seed, size);
        boolean anybody = company.people.stream().anyMatch(person -> !person.isAbsent(Company.WEDNESDAY));

        assertThat(company.owner().isFilled()).isEqualTo(anybody);
    }

    @Property(tries = 200)
    void the_order_of_the_roster_does_not_matter(
            @ForAll long seed, @ForAll long order, @ForAll @IntRange(min = 1, max = 12) int size) {
        Company company = madeUp(seed, size);

        assertThat(Routing.assemble(company.need(), company.shuffled(order))).isEqualTo(company.assemble());
    }

    @Property(tries = 200)
    void the_chosen_is_the_best_scored_and_the_only_chosen(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        for (Assignment assignment : madeUp(seed, size).assemble()) {
            List<Assignment.Candidate> chosen = assignment.candidates().stream()
                    .filter(Assignment.Candidate::chosen)
                    .toList();
            if (assignment.isFilled()) {
                assertThat(chosen).hasSize(1);
                assertThat(chosen.getFirst().person()).isEqualTo(assignment.person());
                assertThat(assignment.candidates()).startsWith(chosen.getFirst());
                assertThat(chosen.getFirst().score())
                        .isEqualTo(assignment.candidates().stream()
                                .mapToInt(Assignment.Candidate::score)
                                .max()
                                .orElseThrow());
            } else {
                assertThat(chosen).isEmpty();
            }
            assertThat(assignment.candidates())
                    .isSortedAccordingTo(
                            Comparator.comparingInt(Assignment.Candidate::score).reversed())
                    .extracting(Assignment.Candidate::person)
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 200)
    void owner_and_backup_and_task_force_are_apart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        List<Assignment> team = madeUp(seed, size).assemble();
        String owner = team.getFirst().person();

        assertThat(team).first().extracting(Assignment::role).isEqualTo("owner");
        assertThat(team)
                .filteredOn(one -> one.isFilled()
                        && (one.role().equals("backup")
                                || one.role().equals("second")
                                || one.role().startsWith(Routing.TASK_FORCE)))
                .noneMatch(one -> one.person().equals(owner));
    }

    @Property(tries = 200)
    void more_load_never_ranks_anybody_higher(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int size,
            @ForAll @IntRange(max = 11) int who,
            @ForAll @IntRange(min = 1, max = 2000) int more) {
        Company company = madeUp(seed, size);
        String id = "p" + who % size;
        int before = rank(id, company.owner());
        company.loads.merge(
                id,
                new Roster.PersonLoad(1, more),
                (load, added) -> new Roster.PersonLoad(load.open() + added.open(), load.weight() + added.weight()));

        assertThat(rank(id, company.owner())).isGreaterThanOrEqualTo(before);
    }

    private static int rank(String id, Assignment assignment) {
        return assignment.candidates().stream()
                .map(Assignment.Candidate::person)
                .toList()
                .indexOf(id);
    }

    @Property(tries = 300)
    void a_stand_in_is_found_exactly_when_one_can_be_reached(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        Company company = madeUp(seed, size);
        Roster roster = company.roster();
        Assignment standIn = Routing.standIn("owner", "p0", Company.WEDNESDAY, roster);

        Set<String> seen = new HashSet<>(Set.of("p0"));
        String next = roster.find("p0").orElseThrow().backup();
        while (roster.find(next).isPresent()
                && seen.add(next)
                && roster.find(next).orElseThrow().isAbsent(Company.WEDNESDAY)) {
            next = roster.find(next).orElseThrow().backup();
        }
        boolean reached = !next.equals("p0")
                && roster.find(next)
                        .filter(person -> !person.isAbsent(Company.WEDNESDAY))
                        .isPresent();
        assertThat(standIn.person()).isEqualTo(reached ? next : "");
        assertThat(standIn.isFilled()).isEqualTo(reached);
    }
}
