package dev.bellrope.app.intake;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.intake.IntakeApp.Answer;
import org.junit.jupiter.api.Test;

class SignalsPageTest {
    @Test
    void whatWaitsComesFirstAndCanBeMappedAndTriedAgain() {
        try (IntakeApp intake = IntakeApp.start()) {
            assertThat(intake.page("/signals")).contains(english("signals.none"));
            Answer unmapped = intake.post("/api/v1/signals", IntakeApp.EVENT, """
                    {"specversion":"1.0","id":"1","source":"desk","type":"ticket.opened","account":"Acme <b>",
                     "data":{"summary":"<script>alert(1)</script>"}}""");
            Answer failed = intake.post("/api/v1/signals", IntakeApp.EVENT, """
                    {"specversion":"1.0","id":"2","source":"desk","type":"test.poison","account":"ACME"}""");
            String page = intake.page("/signals");
            assertThat(page)
                    .contains(english("signals.waiting"), "Acme &lt;b&gt;", "cannot take 2", english("signals.retry"));
            assertThat(page).doesNotContain("<script>alert");
            String path = "/signals/" + unmapped.text("/signal") + "/mapping";
            var refused = intake.form(path, "account=NOBODY");
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(intake.page("/signals")).contains("There is no account NOBODY.");
            assertThat(intake.page("/signals")).doesNotContain("NOBODY");
            intake.form(path, "account=ACME");
            intake.world().healed = true;
            intake.form("/signals/" + failed.text("/signal") + "/retry", "");
            assertThat(intake.page("/signals"))
                    .doesNotContain(english("signals.waiting"))
                    .contains("Heard ticket.opened of ACME.", "Heard test.poison of ACME.");
        }
    }
}
