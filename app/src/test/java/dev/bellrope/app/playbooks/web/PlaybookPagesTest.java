package dev.bellrope.app.playbooks.web;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The map, the versions, and the draft that is checked while it is written. */
class PlaybookPagesTest {
    private static final String FASTER =
            PlaybookReader.baseline().replace("acknowledge: { S1: 15m,", "acknowledge: { S1: 10m,");

    private static SampleCompany company;

    @BeforeAll
    static void start() {
        company = new SampleCompany();
        Playbooks playbooks = company.app.get(Playbooks.class);
        playbooks.inForce();
        playbooks.publish(FASTER, "Filip Řehoř", "faster");
        playbooks.publish(FASTER + "\n# a remark\n", "Filip", "");
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void theMapTellsEachRuleAndShowsIt() {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            assertThat(agent.get("/playbook").body())
                    .contains(
                            "Acknowledge is promised within 10 minutes for S1, counted round the clock",
                            "When slo.missed is heard, an escalation of the ticket opens at once.",
                            "climbs from here to L2 when acknowledge is missed",
                            "hears: slo.missed",
                            "/playbook/versions/baseline@3/map.pdf");
            assertThat(agent.get("/playbook/versions/baseline@1").body())
                    .contains("within 15 minutes for S1", "not in force any more");
            assertThat(agent.submit("/language", Map.of("language", "de", "back", "/playbook"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(agent.get("/playbook").body())
                    .contains("Was eine Eskalation beginnt", "When slo.missed is heard");
        }
    }

    @Test
    void theMapIsAPdfWithTheLettersOfEveryName() throws IOException {
        byte[] pdf = company.app
                .get(PrintedMap.class)
                .of(
                        company.app.get(Playbooks.class).get("baseline@2"),
                        company.app.get(Playbooks.class).list().get(1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Playbook baseline@2",
                            "Filip Řehoř",
                            "business stopped",
                            "L1 frontline",
                            "When slo.missed is heard");
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(document.getPage(0).getMediaBox().getHeight());
        }
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            HttpResponse<String> answer = agent.get("/playbook/versions/baseline@2/map.pdf");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(name -> assertThat(name).contains("playbook-baseline-2.pdf"));
            assertThat(answer.body()).startsWith("%PDF");
            assertThat(agent.get("/playbook/versions/none@1/map.pdf").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void versionsTellWhatTheyChanged() {
        String difference = "S1 acknowledge: 10 minutes round the clock instead of 15 minutes round the clock";
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            assertThat(agent.get("/playbook/versions").body())
                    .contains(
                            "Filip Řehoř",
                            "faster",
                            difference,
                            "It says the same as baseline@2.",
                            english("playbook.versions.first"));
            assertThat(agent.get("/playbook/versions/baseline@2/changes").body())
                    .contains("One difference", difference);
            assertThat(agent.get("/playbook/versions/baseline@1/changes?since=baseline@3")
                            .body())
                    .contains("S1 acknowledge: 15 minutes round the clock instead of 10 minutes round the clock");
            assertThat(agent.get("/playbook/versions/baseline@3/changes").body())
                    .contains(english("playbook.changes.none"));
            assertThat(agent.get("/playbook/versions/baseline@3/changes?since=none@1")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aDraftIsCheckedWhileItIsWritten() {
        try (Visitor agent = Visitor.signedIn(company.app, Role.AGENT)) {
            HttpResponse<String> wrong =
                    agent.submit("/playbook/new/check", Map.of("text", FASTER.replace("S1: 10m", "S1: 10 bananas")));
            assertThat(wrong.statusCode()).isEqualTo(200);
            assertThat(wrong.body())
                    .contains(
                            "One mistake",
                            "data-line=\"" + line("acknowledge: {") + "\"",
                            "10 bananas",
                            english("playbook.accepted"))
                    .doesNotContain("<html");
            assertThat(agent.submit("/playbook/new/check", Map.of("text", PlaybookReader.baseline()))
                            .body())
                    .contains("changes one thing of baseline@3", "S1 acknowledge: 15 minutes");
            assertThat(agent.submit("/playbook/new/check", Map.of("text", FASTER))
                            .body())
                    .contains("It says the same as baseline@3");
            assertThat(agent.get("/playbook/new").body())
                    .contains("data-draft=\"playbook\"", "hx-post=\"/playbook/new/check\"", "/schema/playbook-v1.json");
        }
    }

    private static int line(String begin) {
        List<String> lines = FASTER.lines().toList();
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(begin) && line.contains("S1: 10m"))
                        .findFirst()
                        .orElseThrow());
    }
}
