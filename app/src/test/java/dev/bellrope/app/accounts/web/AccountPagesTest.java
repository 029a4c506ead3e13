package dev.bellrope.app.accounts.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages of accounts say, and the form that declares an escalation of one. */
class AccountPagesTest {
    private static SampleCompany company;
    private static String first;
    private static String second;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        company.clock.advance(Duration.ofDays(-40));
        try (Visitor filip = company.manager()) {
            first = company.declare(filip, "acme", "S3", "");
            company.ask(first, Act.ACKNOWLEDGE, "{}");
            company.ask(first, Act.RESOLVE, "{\"summary\": \"mended\"}");
        }
        company.clock.advance(Duration.ofDays(40));
        try (Visitor filip = company.manager()) {
            second = company.declare(filip, "acme", "S1", "");
            company.declare(filip, "sunrise", "S4", "");
        }
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    private static String get(String path) {
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            HttpResponse<String> answer = irena.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    @Test
    void theStripLeadsToEachEscalationAndTheTableSaysTheSame() {
        String page = get("/accounts/acme");
        for (String key : new String[] {first, second}) {
            assertThat(page.split("href=\"/escalations/" + key + "\"", -1).length)
                    .as("a bar and a row, at least, lead to " + key)
                    .isGreaterThan(2);
        }
        assertThat(page).contains("aria-label=\"" + second + ", S1 critical,").contains("strip-s3");
    }

    @Test
    void whatSlipsFirstStandsFirst() {
        String page = get("/accounts/acme");
        String promises = page.substring(page.indexOf("promises-title"), page.indexOf("history-title"));
        assertThat(promises).contains("acknowledge", "resolve");
        assertThat(promises.indexOf(">acknowledge<")).isLessThan(promises.indexOf(">resolve<"));
    }

    @Test
    void riskIsWhatIsKnownAndNotGuessed() {
        assertThat(get("/accounts/acme")).contains("The playbook does not know its support plan gold");
        assertThat(get("/accounts/kaveri")).doesNotContain("so nobody can be told", "The contract ends");
    }

    @Test
    void theListIsSortedByPromiseAndItsFiltersAreAddresses() {
        String all = get("/accounts");
        assertThat(all.indexOf("href=\"/accounts/acme\"")).isLessThan(all.indexOf("href=\"/accounts/sunrise\""));
        assertThat(all.indexOf("href=\"/accounts/sunrise\"")).isLessThan(all.indexOf("href=\"/accounts/bluebird\""));
        assertThat(get("/accounts?open=true")).contains("/accounts/acme").doesNotContain("/accounts/bluebird");
        assertThat(get("/accounts?search=CLIN")).contains("/accounts/sunrise").doesNotContain("/accounts/acme\"");
        assertThat(get("/accounts?band=strategic")).contains("/accounts/acme").doesNotContain("/accounts/kaveri\"");
        String one = get("/accounts?sort=name&limit=1");
        assertThat(one).contains("/accounts/acme\"").doesNotContain("/accounts/nordwind\"");
        assertThat(get("/accounts?sort=name&limit=1&after=acme"))
                .contains("/accounts/bluebird\"")
                .doesNotContain("/accounts/acme\"");
    }

    @Test
    void aChangedAccountIsSeenAtOnce() {
        assertThat(get("/accounts?search=brand-new")).contains(english("accounts.nothing-fits"));
        try (Visitor administrator = Visitor.signedIn(company.app, Role.ADMINISTRATOR)) {
            assertThat(administrator
                            .call(
                                    "PUT",
                                    "/api/v1/accounts/brand-new",
                                    "{\"name\": \"Brand New\"}",
                                    "X-CSRF-TOKEN",
                                    administrator.csrf())
                            .statusCode())
                    .isLessThan(300);
        }
        assertThat(get("/accounts?search=brand-new")).contains("Brand New");
        assertThat(get("/accounts/brand-new")).contains("so nobody can be told", english("accounts.history.none"));
    }

    @Test
    void whatDeclaringWillDoIsSaidBeforeAndNothingOfItIsDone() {
        try (Visitor filip = company.manager()) {
            Map<String, String> form =
                    Map.of("account", "Nordwind Logistik GmbH", "cell", "business_stopped|now", "act", "preview");
            String before = filip.get("/escalations").body();
            String said = filip.submit("/escalations", form).body();
            String foreseen = said.substring(said.indexOf("consequence-title"));
            assertThat(foreseen)
                    .contains(
                            "severity-1",
                            english("declare.people"),
                            english("declare.promises"),
                            "acknowledge",
                            english("declare.told"));
            assertThat(said).contains("value=\"business_stopped|now\" checked");
            assertThat(filip.get("/escalations").body())
                    .doesNotContain("nordwind")
                    .hasSameSizeAs(before);
            assertThat(filip.get("/escalations/new?account=acme&severity=S2").body())
                    .contains("Already open for this account", second);
            assertThat(filip.get("/escalations/new?account=nobody&severity=S2").body())
                    .contains("There is no account");
        }
    }

    @Test
    void anAccountIsFoundByItsName() {
        try (Visitor filip = company.manager()) {
            HttpResponse<String> declared = filip.submit(
                    "/escalations", Map.of("account", "kaveri analytics", "title", "Late", "cell", "degraded|today"));
            assertThat(declared.statusCode()).isEqualTo(302);
            assertThat(get("/accounts/kaveri")).contains("Late");
        }
    }
}
