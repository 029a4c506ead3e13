package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who becomes the owner, and what is said of everybody. It is Wednesday 11:00 in Prague. */
class OwnerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            working now beats every skill      | S3 | hours=09:00-17:00                        | hours=12:00-17:00 skills=kubernetes handled=3 | ana
            a minute sooner counts             | S3 | hours=12:01-17:00                        | hours=12:00-17:00                        | bo
            by the own clock of each           | S3 | zone=America/New_York hours=08:00-17:00  | zone=Asia/Tokyo hours=09:00-18:00        | ana
            absent is never chosen             | S1 | skills=kubernetes absent=2026-12-01T00:00:00Z/ill | hours=20:00-21:00 seniority=1  | bo
            the first skill beats all others   | S3 | skills=networking                        | skills=kubernetes                        | bo
            a skill is known in any case       | S3 | skills=networking                        | skills=Kubernetes                        | bo
            S1 wants seniority 4               | S1 | seniority=3                              | seniority=4                              | bo
            S1 wants no more than 4            | S1 | seniority=4                              | seniority=5                              | ana
            S2 wants seniority 3               | S2 | seniority=2                              | seniority=3                              | bo
            S2 wants no more than 3            | S2 | seniority=3                              | seniority=5                              | ana
            S3 wants anybody                   | S3 | seniority=1                              | seniority=5                              | ana
            too junior is no ban               | S1 | seniority=1                              | absent=2026-12-01T00:00:00Z/ill          | ana
            less load                          | S3 | load=1/8                                 | load=3/3                                 | bo
            much load outweighs a skill        | S3 | skills=kubernetes load=3/24              | load=1/1                                 | bo
            some load does not                 | S3 | skills=kubernetes load=1/8               | load=0/0                                 | ana
            who handled the account before     | S3 | handled=1                                | handled=2                                | bo
            ties by id                         | S3 | seniority=4                              | seniority=4                              | ana
            """)
    void the_better_of_two(String rule, String severity, String ana, String bo, String expected) {
        Company company = new Company().with("bo", bo).with("ana", ana).severity(severity);

        assertThat(company.owner().person()).as(rule).isEqualTo(expected);
    }

    @Test
    void somebody_of_the_account_knows_it() {
        Company company = new Company().with("ana", "").with("bo", "");
        company.accountPeople.put("csm", "bo");

        assertThat(company.owner().person()).isEqualTo("bo");
        assertThat(company.owner().because()).endsWith("csm of this account");
    }

    @Test
    void everybody_who_was_looked_at_is_told_why_or_why_not() {
        Assignment owner = new Company()
                .with("ana", "skills=kubernetes load=1/8 handled=2")
                .with("bo", "skills=kubernetes load=3/12 handled=2")
                .with("cid", "absent=2026-11-30T23:00:00Z/holiday")
                .with("dora", "hours=13:00-17:00 skills=kubernetes load=1/8 handled=2")
                .with("eve", "load=1/8 handled=2 seniority=2")
                .with("fay", "skills=kubernetes load=1/8 handled=2")
                .with("gil", "absent=2026-11-18T13:30:00Z/dentist")
                .severity("S1")
                .owner();

        assertThat(owner.because())
                .isEqualTo(
                        "on duty until 17:00 Europe/Prague, knows kubernetes, 1 open (8 points), handled 2 for this account");
        assertThat(owner.candidates())
                .extracting(candidate -> candidate.person() + (candidate.chosen() ? "! " : ": ") + candidate.because())
                .containsExactly(
                        "ana! " + owner.because(),
                        "fay: not chosen: Ana scores the same and comes first by id",
                        "bo: not chosen: Ana scores higher (load 12 vs 8)",
                        "eve: not chosen: Ana scores higher (seniority 2 vs 4; knows nothing wanted vs kubernetes)",
                        "dora: not chosen: Ana scores higher (off duty until 13:00 Europe/Prague vs on duty until 17:00 Europe/Prague)",
                        "cid: not chosen: absent until 2026-12-01 (holiday)",
                        "gil: not chosen: absent until 2026-11-18 14:30 Europe/Prague (dentist)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            hours=09:00-12:00,13:00-17:00                                | on duty until 12:00 Europe/Prague
            hours=always                                                 | on duty round the clock
            zone=America/New_York hours=22:00-06:00                      | on duty until 06:00 America/New_York
            zone=Asia/Tokyo hours=18:00-02:00                            | on duty until 2026-11-19 02:00 Asia/Tokyo
            zone=Asia/Tokyo                                              | off duty until 2026-11-19 09:00 Asia/Tokyo
            zone=America/New_York                                        | off duty until 09:00 America/New_York
            absent=2026-11-18T12:00:00Z/2026-11-19T00:00:00Z/dentist     | on duty until 13:00 Europe/Prague
            hours=12:00-17:00 absent=2026-11-18T11:00:00Z/2026-11-20T00:00:00Z/ill | off duty until 2026-11-20 12:00 Europe/Prague
            """)
    void times_name_their_zone(String ana, String words) {
        assertThat(new Company().with("ana", ana).owner().because()).startsWith(words);
    }

    @Test
    void the_team_of_the_route_comes_first_even_when_others_fit_better() {
        Assignment owner = new Company()
                .with("ana", "team=billing skills=kubernetes+networking")
                .with("bo", "team=platform load=3/24")
                .owner();

        assertThat(owner.person()).isEqualTo("bo");
        assertThat(owner.candidates()).extracting(Assignment.Candidate::person).containsExactly("bo");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            platform | nobody of team platform is available, so everybody was looked at; on duty
            network  | nobody of team network is on the roster, so everybody was looked at; on duty
            ''       | the route platform-outage has no team, so everybody was looked at; on duty
            """)
    void without_a_team_everybody_is_looked_at_and_that_is_said(String team, String because) {
        Company company =
                new Company().with("ana", "team=billing").with("bo", "team=platform absent=2026-12-01T00:00:00Z/ill");
        company.team = team;

        assertThat(company.owner().person()).isEqualTo("ana");
        assertThat(company.owner().because()).startsWith(because);
        assertThat(company.owner().candidates()).hasSize(2);
    }

    @Test
    void without_a_route_there_is_an_owner_all_the_same() {
        Company company = new Company().with("ana", "team=billing");
        List<Assignment> team = Routing.assemble(company.needWithoutRoute(), company.roster());

        assertThat(Company.brief(team)).isEqualTo("owner=ana");
        assertThat(team.getFirst().because()).startsWith("no route matched, so everybody was looked at; on duty");
    }

    @Test
    void nobody_at_all_is_vacant_with_the_reason() {
        Company company = new Company()
                .with("ana", "absent=2026-11-30T23:00:00Z/holiday")
                .with("bo", "absent=+100000-01-01T00:00:00Z/left");
        Assignment owner = company.owner();

        assertThat(owner.isFilled()).isFalse();
        assertThat(owner.because())
                .isEqualTo("nobody of team platform is available, so everybody was looked at; nobody is available: "
                        + "Ana is absent until 2026-12-01 (holiday), Bo is absent until further notice (left)");
        assertThat(owner.candidates()).hasSize(2).noneMatch(Assignment.Candidate::chosen);
        assertThat(new Company().owner().because()).endsWith("; nobody is on the roster");
    }

    @ParameterizedTest(name = "owner: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            best-fit   | cid | already the backup
            on-call    | cid | already the backup
            person:bo  | bo  | named by the playbook
            """)
    void whoever_is_chosen_as_the_next_owner_is_not_the_backup_unless_named(String filling, String next, String said) {
        Company company = new Company()
                .with("ana", "duties=on-call")
                .with("bo", "duties=on-call")
                .with("cid", "duties=on-call load=2/16")
                .route("owner", filling, "backup", "next-best");

        Assignment owner = company.fill(Route.OWNER, Map.of(Route.OWNER, "ana", Route.BACKUP, "bo"), "ana");

        assertThat(owner.person()).isEqualTo(next);
        assertThat(owner.because() + "; " + Company.saidOf("bo", owner)).contains(said);
    }

    @Test
    void a_duty_that_only_the_backup_holds_makes_the_backup_the_owner() {
        Company company = new Company()
                .with("ana", "")
                .with("bo", "duties=on-call")
                .route("owner", "on-call", "backup", "next-best");

        Assignment owner = company.fill(Route.OWNER, Map.of(Route.BACKUP, "bo"), "ana");

        assertThat(owner.person()).isEqualTo("bo");
        assertThat(owner.because()).startsWith("nobody but the backup is available; holds the duty on-call");
    }

    @Test
    void a_new_owner_leaves_out_who_is_named_and_takes_the_backup_only_when_there_is_nobody_else() {
        Company company =
                new Company().with("ana", "skills=kubernetes").with("bo", "").with("cid", "load=2/16");
        Map<String, String> filled = Map.of(Route.OWNER, "ana", Route.BACKUP, "bo");

        Assignment other = company.fill(Route.OWNER, filled, "ana");
        assertThat(other.person()).isEqualTo("cid");
        assertThat(Company.saidOf("ana", other)).isEqualTo("not chosen: left out on request");
        assertThat(Company.saidOf("bo", other)).isEqualTo("not chosen: already the backup");

        Assignment promoted = company.fill(Route.OWNER, filled, "ana", "cid");
        assertThat(promoted.person()).isEqualTo("bo");
        assertThat(promoted.because()).startsWith("nobody but the backup is available; on duty");
    }
}
