package dev.bellrope.app.escalations.store;

import static dev.bellrope.app.web.PageText.english;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.database.Upgraded;
import dev.bellrope.app.escalations.Escalations;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for a history whose archive is damaged is told so, and has everything else. */
@ExtendWith(OutputCaptureExtension.class)
class DamagedArchiveTest {
    private final SettableClock clock = SettableClock.at(Upgraded.WHEN_IT_WAS_WRITTEN);
    private TestDatabase database;
    private RunningApp app;
    private Visitor manager;
    private String damaged;
    private String whole;

    @BeforeEach
    void damage() {
        database = Upgraded.newest();
        app = RunningApp.with(clock).on(database).share();
        manager = Visitor.signedIn(app, Role.MANAGER);
        damaged = overAs("closed");
        whole = overAs("declined");
        TransactionTemplate transaction = new TransactionTemplate(app.get(PlatformTransactionManager.class));
        transaction.execute(status -> app.get(Archive.class).pack(clock.instant(), 0));
        update("create table saved as select * from escalation_archive");
        update("alter table escalation_archive disable trigger user");
        update("""
                update escalation_archive
                set packed = set_byte(packed, length(packed) / 2, get_byte(packed, length(packed) / 2) # 4)
                where escalation = '%s'""".formatted(damaged));
        update("alter table escalation_archive enable trigger user");
    }

    @AfterEach
    void stop() {
        manager.close();
        app.close();
        database.close();
    }

    @Test
    void theApiSaysWhatIsDamagedAndTheRestIsThere(CapturedOutput output) {
        String address = "/api/v1/escalations/" + damaged;
        isToldOf(manager.get(address + "/timeline"));
        isToldOf(manager.post(address + "/reopening", "{\"reason\": \"it is back\"}", "X-CSRF-TOKEN", manager.csrf()));
        assertThat(app.get(Escalations.class)
                        .find(damaged)
                        .orElseThrow()
                        .state()
                        .status()
                        .isOver())
                .as("nothing was done")
                .isTrue();
        assertThat(manager.get(address).statusCode()).isEqualTo(200);
        assertThat(manager.get("/api/v1/escalations?over=true&limit=200").body())
                .contains(damaged, whole);
        assertThat(manager.get("/api/v1/escalations/" + whole + "/timeline").statusCode())
                .isEqualTo(200);
        assertThat(manager.post(address + "/acknowledgement", "{}", "X-CSRF-TOKEN", manager.csrf())
                        .statusCode())
                .as("what is refused is refused for its own reason")
                .isEqualTo(409);
        isToldToOperators(output);
    }

    @Test
    void thePageSaysSoWhereTheTimelineWouldBeAndTheRestIsThere(CapturedOutput output) {
        for (int look = 0; look < 3; look++) {
            HttpResponse<String> page = manager.get("/escalations/" + damaged);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("The archived history of " + damaged + " is damaged", "docs/operating.md")
                    .contains(english("acts.title"), english("story.title"))
                    .doesNotContain("class=\"entry ", "Exception", "dev.bellrope");
        }
        HttpResponse<String> refused =
                manager.submit("/escalations/" + damaged + "/reopening", Map.of("reason", "it is back"));
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body())
                .contains(
                        english("escalation.not-done"),
                        "The archived history of " + damaged + " is damaged",
                        "it is back");
        assertThat(manager.get("/escalations?status=closed").body()).contains(damaged);
        assertThat(manager.get("/escalations/" + whole).body()).contains("class=\"entry ");
        isToldToOperators(output);
    }

    /** The way that the document for operators tells, with what a backup holds. */
    @Test
    void itIsPutBackFromABackupAsTheDocumentSays() throws IOException {
        assertThat(Files.readString(Repository.file("docs/operating.md")))
                .contains(
                        "## A damaged archive",
                        "alter table escalation_archive disable trigger user;",
                        "delete from escalation_archive where escalation = 'ESC-1001';",
                        "alter table escalation_archive enable trigger user;");
        update("""
                begin;
                alter table escalation_archive disable trigger user;
                delete from escalation_archive where escalation = '%1$s';
                insert into escalation_archive select * from saved where escalation = '%1$s';
                alter table escalation_archive enable trigger user;
                commit;
                """.formatted(damaged));
        assertThat(manager.get("/api/v1/escalations/" + damaged + "/timeline").statusCode())
                .isEqualTo(200);
        assertThat(manager.get("/escalations/" + damaged).body())
                .contains("class=\"entry ")
                .doesNotContain("is damaged");
    }

    private void isToldOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:bellrope:problem:damaged-archive");
        assertThat(problem.path("title").asString()).isEqualTo("Damaged archive");
        assertThat(problem.path("escalation").asString()).isEqualTo(damaged);
        assertThat(problem.path("detail").asString())
                .startsWith("The archived history of " + damaged + " is damaged: ")
                .endsWith("\"A damaged archive\" in docs/operating.md says how it is put back.");
        assertThat(answer.body()).doesNotContain("Exception", "dev.bellrope");
    }

    private void isToldToOperators(CapturedOutput output) {
        assertThat(app.get(MeterRegistry.class)
                        .get("bellrope.archive.damages")
                        .counter()
                        .count())
                .isGreaterThan(1);
        assertThat(output.getAll()
                        .lines()
                        // The insights say for themselves that they cannot count it, whenever they come to it.
                        .filter(line -> line.contains(" ERROR ") && !line.contains("insights.CatchingUp"))
                        .toList())
                .singleElement()
                .asString()
                .contains("The archived history of " + damaged + " is damaged");
    }

    private String overAs(String status) {
        return app.client()
                .sql("select key from escalation where status = :status order by number limit 1")
                .param("status", status)
                .query(String.class)
                .single();
    }

    private void update(String sql) {
        app.client().sql(sql).update();
    }
}
