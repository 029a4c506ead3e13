package dev.bellrope.app.desk.web.escalation;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.escalations.acts.ActResource;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EscalationPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static SampleCompany company;
    private static Visitor manager;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        manager = company.manager();
    }

    @AfterAll
    static void stop() {
        manager.close();
        company.close();
    }

    @Test
    void showsPromisesReasonsLadderAndForms() {
        String key = company.declare(manager, "acme", "S2", "");
        String page = manager.get("/escalations/" + key).body();
        assertThat(page)
                .contains(
                        english("clocks.title"),
                        "acknowledge",
                        english("ladder.next"),
                        "/escalations/" + key + "/plan",
                        "cause known");
        assertThat(page).doesNotContain("/escalations/" + key + "/criterion-waivers"); // executives only
        assertThat(page).doesNotContain("<script>", "style=");
        // All of it comes from one request, so it is said once.
        assertThat(page).containsOnlyOnce("from here on, trace <code>");
    }

    @Test
    void aFormThatIsRefusedComesBackWithWhatWasTyped() {
        String key = company.declare(manager, "acme", "S2", "");
        HttpResponse<String> refused = manager.submit(
                "/escalations/" + key + "/handoffs",
                Map.of("to", "filip", "situation", "half of it is done", "nextAction", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("half of it is done", "That was not done");
        HttpResponse<String> done = manager.submit("/escalations/" + key + "/notes", Map.of("text", "the pool leaks"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(manager.get("/escalations/" + key).body()).contains("the pool leaks");
    }

    /** What is not offered any more when it arrives is refused, and yet it is not lost. */
    @Test
    void aFormThatIsOfferedNoMoreComesBackWithWhatWasTyped() {
        String key = company.declare(manager, "acme", "S2", "");
        company.ask(key, Act.RESOLVE, "{\"summary\": \"it works again\"}");
        assertThat(manager.get("/escalations/" + key).body()).doesNotContain("id=\"act-closing\"");

        HttpResponse<String> refused =
                manager.submit("/escalations/" + key + "/closing", Map.of("note", "the customer called"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("id=\"act-closing\"", "the customer called", "That was not done");
    }

    /** The owed update is written at the very time at which its clock warns. */
    @Test
    void aClockThatWarnsMeanwhileTakesNothingFromWhoeverWrites() {
        String key = company.declare(manager, "acme", "S2", "");
        String begun = seen(key);
        clocksGo(Duration.ofMinutes(31));
        assertThat(seen(key)).as("it warned").isNotEqualTo(begun);
        assertThat(manager.submit("/escalations/" + key + "/notes", Map.of("text", "in time", "seen", begun))
                        .statusCode())
                .isEqualTo(302);
        assertThat(manager.submit("/escalations/" + key + "/notes", Map.of("text", "a second", "seen", begun))
                        .body())
                .as("a person acted meanwhile")
                .contains("has changed since you saw it", "a second");
        String before = seen(key);
        clocksGo(Duration.ofMinutes(31));
        assertThat(manager.submit("/escalations/" + key + "/notes", Map.of("text", "too late", "seen", before))
                        .body())
                .as("it climbed meanwhile")
                .contains("has changed since you saw it", "too late");
    }

    private static void clocksGo(Duration length) {
        company.clock.advance(length);
        company.app.get(Clocks.class).strikeDue();
    }

    private static String seen(String key) {
        return String.valueOf(company.escalations().find(key).orElseThrow().sequence());
    }

    @Test
    void thatSomethingWasDoneIsSaidToThePersonAndNotToAPageThatDrawsItselfAnew() {
        String key = company.declare(manager, "acme", "S2", "");
        manager.submit("/escalations/" + key + "/notes", Map.of("text", "the pool leaks"));
        assertThat(manager.send("GET", "/escalations/" + key, BodyPublishers.noBody(), "X-Live", "true")
                        .body())
                .contains("the pool leaks")
                .doesNotContain("data-flash=\"good\"");
        assertThat(manager.get("/escalations/" + key).body()).contains("data-flash=\"good\"");
        assertThat(manager.get("/escalations/" + key).body()).doesNotContain("data-flash=\"good\"");
    }

    @Test
    void aLongDeskShowsItsFirstPartUntilOneAsksForAll() {
        for (int number = 0; number < 35; number++) {
            company.declare(manager, "bluebird", "S4", ", \"request\": true");
        }
        String desk = manager.get("/").body();
        String all = manager.get("/?all=true").body();
        assertThat(rows(desk)).isEqualTo(30);
        assertThat(desk).contains("href=\"/?all=true\"");
        assertThat(rows(all)).isGreaterThanOrEqualTo(35);
        assertThat(all).doesNotContain("href=\"/?all=true\"");
    }

    private static long rows(String desk) {
        return Pattern.compile("<li class=\"duty duty-").matcher(desk).results().count();
    }

    /** Each act that the API knows has its form, at the moment at which it is allowed. */
    @Test
    void everyActOfTheApiHasAFormOnThePage() {
        Set<String> forms = new TreeSet<>();
        try (Visitor irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena")) {
            forms.addAll(forms(irena, company.declare(manager, "bluebird", "S2", ", \"request\": true")));
            company.declare(manager, "acme", "S2", "");
            String key = company.declare(manager, "acme", "S2", "");
            forms.addAll(forms(irena, key));
            company.ask(key, Act.ACKNOWLEDGE, "{}");
            company.ask(key, Act.PAUSE, "{\"reason\": \"waiting-on-customer\"}");
            company.ask(
                    key,
                    Act.SET_PLAN,
                    "{\"steps\": [{\"text\": \"Raise the limit\", \"validation\": \"none waits\"}]}");
            company.ask(
                    key,
                    Act.HAND_OFF,
                    "{\"to\": \"%s\", \"situation\": \"Half is done\", \"nextAction\": \"The other half\"}"
                            .formatted(somebodyElse(key)));
            forms.addAll(forms(irena, key));
            assertThat(forms)
                    .as("offered to somebody else")
                    .doesNotContain("handoff-acceptance", "handoff-declination");
            try (Visitor receiver = Visitor.signedIn(company.app, Role.AGENT, somebodyElse(key))) {
                forms.addAll(forms(receiver, key));
            }
            company.ask(key, Act.RESUME, "{}");
            company.ask(key, Act.RESOLVE, "{\"summary\": \"it works again\"}");
            forms.addAll(forms(irena, key));
            assertThat(forms).as("exit criteria are open").doesNotContain("closing");
            for (String criterion :
                    List.of("cause-known", "fix-validated", "customer-confirms-or-48h-silence", "promises-answered")) {
                company.ask(
                        key, Act.WAIVE_CRITERION, "{\"criterion\": \"%s\", \"reason\": \"test\"}".formatted(criterion));
            }
            forms.addAll(forms(irena, key));
        }
        assertThat(forms)
                .containsAll(ActResource.all().stream().map(ActResource::slug).toList());
    }

    /** The page and the API are one rule: what somebody else holds is not taken, and nobody answers for somebody else. */
    @Test
    void nobodyTakesWhatSomebodyElseHoldsOnAnyPageOrByTheApi() {
        String key = company.declare(manager, "acme", "S2", "");
        String owner = company.owner(key);
        String agent = somebodyElse(key);
        Map<String, String> take = Map.of("role", "owner", "person", agent, "reason", "I am faster");
        Map<String, String> offer =
                Map.of("to", agent, "situation", "half of it is done", "nextAction", "the other half");
        try (Visitor visitor = Visitor.signedIn(company.app, Role.AGENT, agent)) {
            assertThat(visitor.get("/escalations/" + key).body())
                    .doesNotContain("<option value=\"owner\"", "/escalations/" + key + "/handoffs");
            for (String refused : List.of(
                    visitor.submit("/escalations/" + key + "/assignments", take).statusCode() + " page",
                    visitor.submit("/people/" + owner + "/reassignment/" + key, take)
                                    .statusCode() + " reassignment",
                    visitor.submit("/escalations/" + key + "/handoffs", offer).statusCode() + " handoff",
                    post(visitor, key, "assignments", JSON.writeValueAsString(take)) + " API",
                    post(visitor, key, "handoffs", JSON.writeValueAsString(offer)) + " API handoff")) {
                assertThat(refused).startsWith("403");
            }
            assertThat(company.owner(key)).isEqualTo(owner);

            assertThat(manager.submit("/escalations/" + key + "/handoffs", offer)
                            .statusCode())
                    .isEqualTo(302);
            assertThat(manager.get("/escalations/" + key).body())
                    .doesNotContain("/escalations/" + key + "/handoff-acceptance");
            assertThat(manager.submit("/escalations/" + key + "/handoff-acceptance", Map.of())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(manager, key, "handoff-acceptance", "{}")).isEqualTo(403);
            assertThat(post(manager, key, "handoff-declination", "{\"reason\": \"busy\"}"))
                    .isEqualTo(403);
            assertThat(visitor.submit("/escalations/" + key + "/handoff-acceptance", Map.of())
                            .statusCode())
                    .isEqualTo(302);
            assertThat(company.owner(key)).isEqualTo(agent);
        }
    }

    private static int post(Visitor who, String key, String noun, String body) {
        return who.post("/api/v1/escalations/" + key + "/" + noun, body, "X-CSRF-TOKEN", who.csrf())
                .statusCode();
    }

    private static String somebodyElse(String key) {
        String owner = company.owner(key);
        return owner.equals("ana") ? "ben" : "ana";
    }

    private static List<String> forms(Visitor who, String key) {
        return Pattern.compile("action=\"/escalations/" + key + "/([a-z-]+)\"")
                .matcher(who.get("/escalations/" + key).body())
                .results()
                .map(form -> form.group(1))
                .toList();
    }
}
