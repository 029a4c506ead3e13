package dev.bellrope.app.escalations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Visitor;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program is offered only what the scopes of its token let it ask for. */
class ScopedOffersTest {
    @Test
    void whoOnlyReadsIsOfferedNothing() {
        try (SampleCompany company = new SampleCompany();
                Visitor filip = company.manager();
                Visitor reader = with(company, Scope.READ);
                Visitor worker = with(company, Scope.READ, Scope.ESCALATIONS_WRITE)) {
            String key = company.declare(filip, "acme", "S1", "");
            filip.post(
                    "/api/v1/tasks",
                    "{\"title\": \"Look\", \"owner\": \"filip\", \"within\": \"1d\"}",
                    "X-CSRF-TOKEN",
                    filip.csrf());
            for (String path : new String[] {"/api/v1/escalations/" + key, "/api/v1/tasks/TASK-1001"}) {
                assertThat(allowed(reader, path)).as(path).isEmpty();
                assertThat(allowed(worker, path)).as(path).isNotEmpty();
            }
        }
    }

    private static JsonNode allowed(Visitor who, String path) {
        JsonNode allowed = JsonMapper.shared().readTree(who.get(path).body()).path("allowed");
        assertThat(allowed.isArray()).as(path).isTrue();
        return allowed;
    }

    private static Visitor with(SampleCompany company, Scope... scopes) {
        String token = company.app.get(Tokens.class).issue("program", Role.EXECUTIVE, Set.of(scopes), Optional.empty());
        return Visitor.withToken(company.app, token);
    }
}
