package dev.bellrope.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.account.ValueBand;
import dev.bellrope.core.playbook.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the roles beside the owner are filled, and what a ladder level brings in. */
class RolesTest {
    private static Company company() {
        Company company = new Company()
                .with("ana", "skills=kubernetes+networking")
                .with("bo", "skills=kubernetes zone=Europe/Berlin")
                .with("cid", "zone=Asia/Tokyo seniority=2")
                .with("dora", "team=success function=success backup=eve")
                .with("eve", "team=success function=success")
                .with("fay", "team=success function=success backup=eve absent=2026-12-01T00:00:00Z/ill")
                .with("vera", "team=office duties=vp-engineering hours=13:00-15:00")
                .with("will", "team=office duties=vp-engineering")
                .with("xi", "team=office duties=escalation-manager backup=will absent=2026-12-01T00:00:00Z/ill")
                .with("yan", "team=office function=engineering")
                .with("zoe", "team=office function=product skills=kubernetes");
        company.accountPeople.putAll(Map.of("csm", "dora", "architect", "fay", "seller", "gone"));
        return company;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            backup  | best-fit             | bo   | on duty until 17:00 Europe/Berlin, knows kubernetes, nothing open
            backup  | next-best            | bo   | on duty until 17:00 Europe/Berlin, knows kubernetes, nothing open
            backup  | next-best-other-zone | cid  | another zone than Ana (Asia/Tokyo), off duty until 2026-11-19 09:00 Asia/Tokyo, nothing open
            lead    | next-best            | bo   | on duty until 17:00 Europe/Berlin, knows kubernetes, nothing open
            lead    | best-fit             | ana  | on duty until 17:00 Europe/Prague, knows kubernetes and networking, nothing open
            sponsor | vp-engineering       | will | holds the duty vp-engineering; on duty until 17:00 Europe/Prague, nothing open
            backup  | person:ana           | -    | nobody stands in for Ana, already the owner: Ana has no backup
            lead    | person:ana           | ana  | named by the playbook; on duty until 17:00 Europe/Prague, nothing open
            lead    | person:fay           | eve  | stands in for Fay, absent until 2026-12-01 01:00 Europe/Prague (ill), on duty until 17:00 Europe/Prague
            lead    | person:gone          | -    | gone is not on the roster
            facilitator | escalation-manager | will | nobody with the duty escalation-manager is available; stands in for Xi, absent until 2026-12-01 01:00 Europe/Prague (ill), on duty until 17:00 Europe/Prague
            facilitator | ceo              | -    | nobody holds the duty ceo
            communications | account.csm   | dora | on duty until 17:00 Europe/Prague, nothing open, csm of this account
            communications | account.architect | eve | architect of this account; stands in for Fay, absent until 2026-12-01 01:00 Europe/Prague (ill), on duty until 17:00 Europe/Prague
            communications | account.seller | -   | seller of this account; gone is not on the roster
            communications | account.lawyer | -   | the account ACME has no lawyer
            communications | nobody        | -    | the playbook wants nobody as communications
            communications | ''            | -    | the route platform-outage does not say who is communications
            """)
    void a_role_is_filled_as_the_route_says(String role, String filling, String person, String because) {
        Assignment assignment = company().route(role, filling).fill(role, Map.of(Route.OWNER, "ana"));

        assertThat(Company.brief(List.of(assignment))).isEqualTo(role + "=" + person);
        assertThat(assignment.because()).isEqualTo(because);
    }

    @Test
    void a_backup_of_the_same_zone_is_better_than_none_and_that_is_said() {
        Assignment backup =
                company().route("backup", "next-best-other-zone").fill("backup", Map.of("owner", "ana"), "cid");

        assertThat(backup.person()).isEqualTo("bo");
        assertThat(backup.because())
                .startsWith(
                        "nobody of team platform in another zone than Ana is available, so it is the same zone; on duty");
        assertThat(Company.saidOf("ana", backup)).isEqualTo("not chosen: already the owner");
    }

    @ParameterizedTest(name = "{0} {1} account.sponsor={2} duty held by {3}")
    @CsvSource(delimiter = '|', textBlock = """
            STRATEGIC | ''             | eve | yan | owner=ana sponsor=eve
            KEY       | ''             | eve | yan | owner=ana sponsor=eve
            KEY       | ''             | ''  | yan | owner=ana sponsor=yan
            KEY       | nobody         | ''  | yan | owner=ana sponsor=yan
            STRATEGIC | nobody         | eve | yan | owner=ana sponsor=eve
            GROWTH    | nobody         | eve | yan | owner=ana sponsor=-
            STANDARD  | nobody         | eve | yan | owner=ana sponsor=-
            KEY       | vp-engineering | eve | yan | owner=ana sponsor=will
            KEY       | ''             | ''  | ''  | owner=ana sponsor=-
            KEY       | ''             | gone | yan | owner=ana sponsor=yan
            GROWTH    | ''             | eve | yan | owner=ana
            STANDARD  | vp-engineering | eve | yan | owner=ana sponsor=will
            """)
    void valuable_accounts_have_a_sponsor(ValueBand band, String route, String own, String holder, String expected) {
        Company company = company().band(band).route("owner", "best-fit");
        if (!route.isEmpty()) {
            company.route("sponsor", route);
        }
        if (!own.isEmpty()) {
            company.accountPeople.put("sponsor", own);
        }
        company.people.replaceAll(person -> person.id().equals(holder) ? sponsoring(person) : person);

        assertThat(Company.brief(company.assemble())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            KEY    | the playbook wants nobody, but a key account always has a sponsor; on duty until 17:00 Europe/Prague, nothing open, sponsor of this account
            GROWTH | the playbook wants nobody as sponsor
            """)
    void a_sponsor_whom_the_playbook_does_not_want_is_explained(ValueBand band, String because) {
        Company company = company().band(band).route("sponsor", "nobody");
        company.accountPeople.put("sponsor", "eve");

        assertThat(company.fill("sponsor", Map.of()).because()).startsWith(because);
    }

    @Test
    void a_sponsor_that_is_missing_is_explained() {
        Assignment sponsor = company().band(ValueBand.KEY).assemble().getLast();

        assertThat(sponsor.because())
                .isEqualTo("the account ACME has no sponsor; nobody holds the duty executive-sponsor");
    }

    @Test
    void assembling_fills_the_owner_first_then_the_route_then_the_task_force() {
        Company company = company()
                .route("backup", "next-best-other-zone", "sponsor", "vp-engineering", "owner", "best-fit")
                .route("communications", "account.csm");
        company.taskForce = List.of("engineering", "product", "success", "sales");

        assertThat(Company.brief(company.assemble()))
                .isEqualTo("owner=ana backup=cid sponsor=will communications=dora task-force:engineering=yan"
                        + " task-force:product=zoe task-force:success=dora task-force:sales=-");
        assertThat(company.assemble().getLast().because()).isEqualTo("nobody of function sales is on the roster");
    }

    @Test
    void the_task_force_is_never_the_owner() {
        Assignment engineer = company().fill("task-force:engineering", Map.of("owner", "yan"));

        assertThat(engineer.isFilled()).isFalse();
        assertThat(engineer.because())
                .isEqualTo("nobody of function engineering is available: Yan is already the owner");
    }

    @Test
    void a_level_brings_in_roles_duties_people_of_the_account_and_the_task_force() {
        Company company = company().route("facilitator", "escalation-manager");
        company.taskForce = List.of("engineering", "product");

        assertThat(Company.brief(
                        company.atLevel("facilitator", "vp-engineering", "account.csm", "task-force", "sponsor")))
                .isEqualTo("facilitator=will vp-engineering=will account.csm=dora task-force:engineering=yan"
                        + " task-force:product=zoe sponsor=-");
    }

    @Test
    void whoever_is_there_already_stays_unless_absent() {
        Company company = company().route("facilitator", "vp-engineering", "lead", "next-best");
        List<Assignment> reached = Routing.atLevel(
                Company.level("facilitator", "lead"),
                company.need(),
                Map.of("owner", "ana", "facilitator", "vera", "lead", "fay"),
                company.roster());

        assertThat(Company.brief(reached)).isEqualTo("facilitator=vera lead=bo");
        assertThat(reached.getFirst().because()).isEqualTo("is facilitator already");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ceo lawyer         | true  | ceo=- lawyer=-
            ceo vp-engineering | false | ceo=- vp-engineering=will
            vp-engineering     | false | vp-engineering=will
            ''                 | false | ''
            """)
    void T51_a_step_with_nobody_is_empty_and_says_why(String names, boolean empty, String expected) {
        List<Assignment> reached = company().atLevel(names.isEmpty() ? new String[0] : names.split(" "));

        assertThat(Company.brief(reached)).isEqualTo(expected);
        assertThat(Routing.isEmptyStep(reached)).isEqualTo(empty);
        assertThat(reached)
                .filteredOn(one -> !one.isFilled())
                .allSatisfy(one -> assertThat(one.because()).isEqualTo("nobody holds the duty " + one.role()));
    }

    private static Person sponsoring(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.team(),
                person.function(),
                java.util.Set.of(Routing.EXECUTIVE_SPONSOR),
                person.skills(),
                person.seniority(),
                person.calendar(),
                person.backup(),
                person.absences());
    }
}
