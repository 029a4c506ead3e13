package dev.bellrope.app.escalations.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.core.escalation.Act;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the two pages say that people have open all day. */
class DeskAndBoardTest {
    private static SampleCompany company;
    private static Visitor filip;
    private static Visitor irena;
    private static String key;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        filip = company.manager();
        irena = Visitor.signedIn(company.app, Role.EXECUTIVE, "irena");
        key = company.declare(filip, "acme", "S1", "");
        company.declare(filip, "bluebird", "S3", ", \"request\": true");
    }

    @AfterAll
    static void stop() {
        filip.close();
        irena.close();
        company.close();
    }

    @Test
    void whatHappenedSinceTheLastLookIsToldUntilItIsSaidToBeSeen() {
        company.ask(key, Act.ADD_NOTE, "{\"text\": \"Seen by Filip only later\"}");
        String desk = filip.get("/").body();
        assertThat(news(desk)).contains("Seen by Filip only later").doesNotContain("I have seen this too");
        assertThat(news(irena.get("/").body()))
                .as("nobody is told of what they did themselves")
                .doesNotContain("Seen by Filip only later");
        Matcher drawn = Pattern.compile("name=\"at\" value=\"([^\"]+)\"").matcher(desk);
        assertThat(drawn.find()).isTrue();
        company.clock.advance(Duration.ofSeconds(1));
        company.ask(key, Act.ADD_NOTE, "{\"text\": \"While the page was read\"}");
        assertThat(filip.submit("/desk/looks", Map.of("at", drawn.group(1))).statusCode())
                .isEqualTo(302);
        assertThat(news(filip.get("/").body()))
                .contains("While the page was read")
                .doesNotContain("Seen by Filip only later");
    }

    private static String news(String desk) {
        return desk.substring(desk.indexOf("data-region=\"news\""));
    }

    @Test
    void theBoardIsGroupedAndFilteredByItsAddress() {
        String byStatus = filip.get("/escalations").body();
        assertThat(byStatus).contains("id=\"lane-requested\"", "id=\"lane-active-L", key);
        String byAccount = filip.get("/escalations?group=account").body();
        assertThat(byAccount).contains("id=\"lane-Acme-Industries\"", "id=\"lane-Bluebird-Bakery\"");
        assertThat(filip.get("/escalations?group=team").body()).contains("id=\"lane-");
        assertThat(filip.get("/escalations?group=issue&severity=S1").body())
                .contains(key)
                .doesNotContain("Bluebird");
        assertThat(filip.get("/escalations?team=no-such-team").body())
                .doesNotContain(key)
                .contains(english("board.empty.filtered"));
    }

    @Test
    void theBoardIsGroupedByTheProductThatTheTicketsName() {
        company.app
                .get(Intake.class)
                .hear(SmallCompany.signal(
                        "of-a-product",
                        "ticket.opened",
                        "acme",
                        "4799",
                        company.clock.instant(),
                        Map.of("product", "Payments API")));
        String named = company.declare(filip, "acme", "S3", ", \"tickets\": [\"4799\"]");
        String board = filip.get("/escalations?group=product").body();
        assertThat(board).contains("id=\"lane-Payments-API\"", "id=\"lane-none\"");
        assertThat(board.indexOf(named)).isGreaterThan(board.indexOf("id=\"lane-Payments-API\""));
        assertThat(board.indexOf(named)).isLessThan(board.indexOf("id=\"lane-none\""));
        assertThat(board.indexOf(key)).isGreaterThan(board.indexOf("id=\"lane-none\""));
    }

    @Test
    void aCardSaysWhereItCanBeMovedAndEachWayIsAFormOfItsPage() {
        String kanban = filip.get("/escalations?view=kanban").body();
        Matcher moves = Pattern.compile("href=\"/escalations/(ESC-\\d+)#(act-[a-z-]+)\"")
                .matcher(kanban);
        int found = 0;
        while (moves.find()) {
            assertThat(filip.get("/escalations/" + moves.group(1)).body()).contains("id=\"" + moves.group(2) + "\"");
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aViewIsKeptForWhoSavedItAndRemoved() {
        assertThat(filip.submit("/escalations/views", Map.of("name", "The worst", "query", "severity=S1&group=team"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/escalations?severity=S1&group=team"));
        String board = filip.get("/escalations").body();
        assertThat(board).contains("href=\"/escalations?severity=S1&amp;group=team\"", "The worst");
        assertThat(irena.get("/escalations").body()).doesNotContain("The worst");
        Matcher removal = Pattern.compile("action=\"(/escalations/views/[^\"]+/removal)\"")
                .matcher(board);
        assertThat(removal.find()).isTrue();
        irena.submit(removal.group(1), Map.of());
        assertThat(filip.get("/escalations").body()).as("only its owner may").contains("The worst");
        filip.submit(removal.group(1), Map.of());
        assertThat(filip.get("/escalations").body()).doesNotContain("The worst");
    }

    @Test
    void aViewWithoutANameIsRefusedAndItsAddressCannotLeadElsewhere() {
        HttpResponse<String> refused = filip.submit(
                "/escalations/views", Map.of("name", " ", "query", "status=active\r\nLocation: //evil.example/<x>"));
        assertThat(refused.statusCode()).isEqualTo(302);
        String where = refused.headers().firstValue("Location").orElseThrow();
        assertThat(where).endsWith("/escalations?status=activeLocationevil.examplex");
        assertThat(filip.get(where).body()).contains("A view needs a name of 1 to 60 characters.");
    }

    @Test
    void whatIsTypedIsFoundByThePaletteAndByThePageOfResults() {
        assertThat(filip.get("/palette?q=nobody%20can").body()).contains("/escalations/" + key);
        assertThat(filip.get("/palette?q=bluebird").body()).contains("/accounts/bluebird");
        assertThat(filip.get("/palette?q=irena").body()).contains("Irena Kralova");
        assertThat(filip.get("/palette?q=").body()).isEqualTo("{\"offers\":[]}");
        assertThat(filip.get("/search?q=pay").body()).contains(key, "<mark>pay</mark>");
        assertThat(filip.get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body())
                .doesNotContain("<script>alert")
                .contains("Nothing says");
    }
}
