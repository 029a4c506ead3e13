package dev.bellrope.app.intake;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signals on pages, with a company that they mean something to: proposals, replays, filters. */
class SignalPagesTest {
    private static final Pattern ID = Pattern.compile("\"signal\":\"([0-9a-f-]+)\"");

    private static SampleCompany company;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    /** Sends one; its id here. */
    private static String send(String id, String source, String account, String data) {
        try (Visitor program = Visitor.withToken(company.app, Scope.SIGNALS_WRITE)) {
            HttpResponse<String> answer = program.send(
                    "POST",
                    "/api/v1/signals",
                    BodyPublishers.ofString("""
                            {"specversion": "1.0", "id": "%s", "source": "%s", "type": "ticket.opened", "subject": "T-%s", "account": "%s",
                             "time": "%s", "data": {"summary": "Trouble %s", %s}}""".formatted(id, source, id, account, company.clock.instant(), id, data)),
                    "Content-Type",
                    "application/cloudevents+json");
            Matcher signal = ID.matcher(answer.body());
            assertThat(signal.find()).as(answer.body()).isTrue();
            return signal.group(1);
        }
    }

    private static Visitor agent() {
        return Visitor.signedIn(company.app, Role.AGENT, "ana");
    }

    @Test
    void anUnmappedOneIsProposedAnAccountWithTheReasonAndOneClickAccepts() {
        String name = send("n1", "newdesk", "Nordwind Logistics", "\"priority\": \"low\"");
        send("n2", "newdesk", "Nordwind Logistics", "\"priority\": \"low\"");
        send("d1", "newdesk", "C-4711", "\"reporter\": \"Jana <jana@acme.example>\"");
        send("a1", "otherdesk", "acme-prod", "\"priority\": \"low\"");
        send("u1", "newdesk", "Zzyzx Quarries", "\"priority\": \"low\"");
        try (Visitor ana = agent()) {
            String page = ana.get("/signals").body();
            assertThat(page)
                    .contains("It is Nordwind Logistik GmbH", "It resembles nordwind")
                    .contains("It is Acme Industries", "A contact there has an address at acme.example")
                    .contains("alertmanager calls it so")
                    .contains("2 signals");
            String quarries = page.substring(page.indexOf("Zzyzx Quarries"));
            assertThat(quarries.substring(0, quarries.indexOf("</li>"))).doesNotContain("It is ");
            assertThat(ana.submit("/signals/" + name + "/mapping", Map.of("account", "nordwind"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(ana.get("/signals").body())
                    .contains("From now on, newdesk means nordwind by Nordwind Logistics")
                    .doesNotContain("It is Nordwind Logistik");
        }
        assertThat(company.app
                        .client()
                        .sql("select count(*) from signal where account = 'nordwind' and state <> 'unmapped'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void onePageShowsWhatItDidAndWhatItWouldDoNowWithoutDoingIt() {
        String flagged = send("r1", "helpdesk", "acme", "\"priority\": \"urgent\"");
        String quiet = send("r2", "helpdesk", "sunrise", "\"priority\": \"low\"");
        int events = events();
        try (Visitor ana = agent()) {
            String page = ana.get("/signals/" + flagged).body();
            assertThat(page)
                    .contains(english("signals.did"), english("signals.now"), "href=\"/escalations/ESC-", "baseline@1");
            assertThat(page).contains(english("signals.said"), "urgent");
            String silent = ana.get("/signals/" + quiet).body();
            assertThat(silent).contains("Nothing: no trigger fires");
            assertThat(ana.get("/signals/019c2d47-0000-7000-a150-22d21288f306").statusCode())
                    .isEqualTo(404);
        }
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void whatTheMappedOneWouldBeginIsKnownBefore() {
        String unmapped = send("w1", "thirddesk", "Sunrise Clinic", "\"priority\": \"urgent\", \"tags\": [\"outage\"]");
        try (Visitor ana = agent()) {
            assertThat(ana.get("/signals/" + unmapped).body())
                    .contains("It is Sunrise Clinics", "about sunrise")
                    .doesNotContain("nothing can be told");
        }
    }

    @Test
    void theListIsFilteredByItsAddress() {
        send("f1", "filtered", "acme", "\"priority\": \"low\"");
        try (Visitor ana = agent()) {
            assertThat(ana.get("/signals?source=filtered").body())
                    .contains("Trouble f1")
                    .doesNotContain(english("signals.waiting"));
            assertThat(ana.get("/signals?source=filtered&state=failed").body())
                    .contains(english("signals.nothing-fits"));
            assertThat(ana.get("/signals?account=acme").body()).contains("Trouble f1");
            assertThat(ana.get("/signals?account=kaveri").body()).doesNotContain("Trouble f1");
            assertThat(ana.get("/signals?state=no-such-state").statusCode()).isEqualTo(200);
        }
    }

    private static int events() {
        return company.app
                .client()
                .sql("select count(*) from escalation_event")
                .query(Integer.class)
                .single();
    }
}
