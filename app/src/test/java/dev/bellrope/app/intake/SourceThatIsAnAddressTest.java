package dev.bellrope.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CloudEvents name their source by a URI; what it calls an account has to be kept like that of any other. */
class SourceThatIsAnAddressTest {
    private static JsonNode send(Visitor program, String id, String customer) {
        HttpResponse<String> answer = program.send(
                "POST",
                "/api/v1/signals",
                java.net.http.HttpRequest.BodyPublishers.ofString("""
                        {"specversion":"1.0","id":"%s","source":"https://desk.example/berlin","type":"ticket.opened",
                         "subject":"T-1","time":"2026-03-09T09:00:00Z","account":"%s","data":{"account":"%s"}}""".formatted(id, customer, customer)),
                "Content-Type",
                "application/cloudevents+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void itsWordForAnAccountIsMappedAndListed() {
        try (SampleCompany company = new SampleCompany();
                Visitor program = Visitor.withToken(company.app, Scope.values())) {
            for (String customer : List.of("Customer 7", "A/B " + "x".repeat(290), "100% Bikes")) {
                JsonNode heard = send(program, customer, customer);
                assertThat(heard.path("status").asString()).isEqualTo("unmapped");
                HttpResponse<String> mapped = program.post(
                        "/api/v1/signals/" + heard.path("signal").asString() + "/mapping", "{\"account\":\"acme\"}");
                assertThat(mapped.statusCode()).as(mapped.body()).isEqualTo(200);
                assertThat(send(program, customer + " again", customer)
                                .path("status")
                                .asString())
                        .isNotEqualTo("unmapped");
            }
            List<String> listed = new ArrayList<>();
            for (String after = ""; listed.size() < 50 && after != null; ) {
                JsonNode page = JsonMapper.shared()
                        .readTree(program.get("/api/v1/aliases?limit=1&after="
                                        + URLEncoder.encode(after, StandardCharsets.UTF_8))
                                .body());
                page.path("items")
                        .forEach(item -> listed.add(item.at("/entry/alias")
                                .asString(item.path("alias").asString())));
                after = page.path("next").isString() ? page.path("next").asString() : null;
            }
            assertThat(listed).doesNotHaveDuplicates().contains("Customer 7", "100% Bikes");
        }
    }

    @Test
    void aCursorThatNobodyGaveIsRefused() {
        try (SampleCompany company = new SampleCompany();
                Visitor program = Visitor.withToken(company.app, Scope.values())) {
            HttpResponse<String> refused = program.get("/api/v1/aliases?after=%25zz/x");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"parameter\":\"after\"");
        }
    }
}
