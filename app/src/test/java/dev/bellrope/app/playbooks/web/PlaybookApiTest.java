package dev.bellrope.app.playbooks.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Audit;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PlaybookApiTest {
    private static HttpResponse<String> yaml(Visitor visitor, String path, String text, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "text/yaml";
        return visitor.send("POST", "/api/v1/playbook" + path, BodyPublishers.ofString(text), all);
    }

    @Test
    void T37_checksPreviewsAndPublishes() {
        String changed = PlaybookReader.baseline().replace("acknowledge: { S1: 15m,", "acknowledge: { S1: 10m,");
        try (SampleCompany company = new SampleCompany();
                Visitor program = Visitor.withToken(company.app, Scope.READ, Scope.ESCALATIONS_WRITE);
                Visitor reader = Visitor.withToken(company.app, Scope.READ);
                Visitor administrator = Visitor.signedIn(company.app, Role.ADMINISTRATOR)) {
            String key = company.declare(program, "acme", "S1", "");
            assertThat(program.get("/api/v1/playbook").body()).contains("baseline@1", "format:");
            assertThat(yaml(program, "/check", "playbook: [").body()).contains("\"valid\":false", "\"line\":1");
            assertThat(yaml(program, "/check", changed).body()).contains("\"valid\":true");
            assertThat(yaml(program, "/preview", changed).body()).contains(key, "acknowledge 15m -> 10m");
            assertThat(yaml(program, "/preview", PlaybookReader.baseline()).body())
                    .contains("\"changes\":[]");
            assertThat(yaml(program, "/preview", "format: v9").statusCode()).isEqualTo(422);
            assertThat(yaml(reader, "/versions", changed).statusCode()).isEqualTo(403);
            HttpResponse<String> refused = yaml(program, "/versions", changed);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("administrator");
            HttpResponse<String> published =
                    yaml(administrator, "/versions?note=faster", changed, "X-CSRF-TOKEN", administrator.csrf());
            assertThat(published.statusCode()).isEqualTo(201);
            assertThat(published.headers().firstValue("Location")).contains("/api/v1/playbook/versions/baseline@2");
            assertThat(program.get("/api/v1/playbook/versions").body()).contains("faster", "baseline@1");
            assertThat(program.get("/api/v1/playbook/versions/baseline@2").body())
                    .contains("S1: 10m");
            assertThat(company.app.get(Audit.class).list(Long.MAX_VALUE, 1))
                    .extracting(Audit.AuditEntry::act)
                    .containsExactly("playbook published");
            assertThat(program.get("/schema/playbook-v1.json").statusCode()).isIn(200, 404);
        }
    }
}
