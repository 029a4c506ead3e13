package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Bellrope is for, from the first signal to the closing, over HTTP and with a mail server, as with curl and by the world's clock. */
class MainJobTest {
    private static final Path SHORT_TARGETS = Path.of("..", "examples", "short-targets.playbook.yaml");
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.builder().build();
    private final PostOffice post = new PostOffice(0);
    private final RunningApp app =
            RunningApp.with(Clock.systemUTC()).smtp(post.url()).start();
    private final Visitor administrator = program("Admin", Role.ADMINISTRATOR, Scope.values());
    private final Visitor ana = program("Ana", Role.AGENT, Scope.READ, Scope.ESCALATIONS_WRITE);
    private final Visitor eva = program("Eva", Role.MANAGER, Scope.READ, Scope.ESCALATIONS_WRITE);

    @AfterEach
    void stop() {
        List.of(administrator, ana, eva).forEach(Visitor::close);
        app.close();
        post.close();
    }

    @Test
    void fromASignalToTheClosing() throws Exception {
        publish();
        fillDirectory();
        String key = hear();
        String address = "/api/v1/escalations/" + key;

        JsonNode opened = ok(ana.get(address));
        assertThat(opened.at("/status").asString()).isEqualTo("active");
        assertThat(opened.at("/level").asString()).isEqualTo("L1");
        assertThat(opened.at("/assessment/severity").asString()).isEqualTo("S2");
        assertThat(opened.at("/assessment/reasons").valueStream()).anySatisfy(reason -> {
            assertThat(reason.at("/rule").asString()).contains("service-objective-missed");
            assertThat(reason.at("/sentence").asString()).isEqualTo("a service level objective was missed");
        });
        assertThat(opened.at("/people")
                        .valueStream()
                        .map(person -> person.at("/role").asString()))
                .contains("owner", "facilitator");
        assertThat(opened.at("/clocks")
                        .valueStream()
                        .map(clock -> clock.at("/target").asString()))
                .contains("acknowledge", "plan", "update", "resolve");
        assertThat(opened.at("/next/0/what").asString()).isNotEmpty();
        assertThat(line(address, "owner").at("/text").asString()).contains("Ana", "on duty", "knows kubernetes");

        itSlipsAndClimbs(address, key);
        itIsAcknowledgedOnce(address);
        itIsResolvedAndClosedOnlyWhenEverythingHolds(address);
    }

    private void itSlipsAndClimbs(String address, String key) {
        Until.isTrue(
                "acknowledge is missed",
                BOUND,
                () -> !ok(ana.get(address)).at("/level").asString().equals("L1"));
        assertThat(ok(ana.get(address)).at("/level").asString()).isEqualTo("L2");
        assertThat(line(address, "missed").at("/text").asString()).contains("acknowledge");
        assertThat(timeline(address).valueStream().map(line -> line.at("/text").asString()))
                .anySatisfy(text -> assertThat(text).contains("L2"));

        Until.isTrue(
                "the mail is there",
                BOUND,
                () -> post.letters().stream()
                        .anyMatch(letter -> letter.subject().equals(key + ": acknowledge was missed")));
        PostOffice.Letter letter = post.letters().stream()
                .filter(one -> one.subject().equals(key + ": acknowledge was missed"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.to()).endsWith("@us.example");
        assertThat(letter.id()).matches("<[0-9a-f-]{36}@localhost>");
        assertThat(letter.thread()).isEqualTo("<%s@localhost> <%s@localhost>".formatted(key, key));
        assertThat(post.letters()).extracting(PostOffice.Letter::id).doesNotHaveDuplicates();
    }

    private void itIsAcknowledgedOnce(String address) {
        ok(ana.post(address + "/acknowledgement", "{}"));
        HttpResponse<String> second = eva.post(address + "/acknowledgement", "{}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(body(second).at("/detail").asString()).contains("acknowledged already, by Ana");
    }

    private void itIsResolvedAndClosedOnlyWhenEverythingHolds(String address) {
        ok(ana.call(
                "PUT",
                address + "/plan",
                "{\"steps\": [{\"text\": \"raise the limit\", \"validation\": \"nobody waits\"}]}"));
        assertThat(eva.post(address + "/closing", "{}").statusCode()).isEqualTo(409);
        ok(ana.post(address + "/resolution", "{\"summary\": \"the limit is raised\"}"));

        HttpResponse<String> early = eva.post(address + "/closing", "{}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(early).at("/detail").asString())
                .contains("steps not validated: 1", "nobody has confirmed: the customer says that it works");
        assertThat(body(early).at("/allowed").valueStream().map(JsonNode::asString))
                .contains("criterion-confirmations", "plan/steps/{step}/validation");

        ok(ana.post(address + "/plan/steps/1/validation", "{\"passed\": true, \"evidence\": \"nobody waited\"}"));
        ok(ana.post(
                address + "/criterion-confirmations",
                "{\"criterion\": \"customer-confirms\", \"evidence\": \"Joe wrote that it works\"}"));
        ok(eva.post(address + "/closing", "{\"note\": \"confirmed\"}"));
        JsonNode closed = ok(ana.get(address));
        assertThat(closed.at("/status").asString()).isEqualTo("closed");
        assertThat(closed.at("/next").size()).isZero();
    }

    private void publish() throws Exception {
        HttpResponse<String> answer = administrator.send(
                "POST",
                "/api/v1/playbook/versions?note=to+try+it+out",
                BodyPublishers.ofString(Files.readString(SHORT_TARGETS)),
                "Content-Type",
                "text/yaml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(ok(ana.get("/api/v1/playbook")).at("/published/version").asString())
                .isEqualTo("short-targets@1");
    }

    private void fillDirectory() {
        put("/api/v1/teams/platform", "{\"name\": \"Platform\", \"calendar\": \"always\"}");
        put("/api/v1/people/ana", """
                {"name": "Ana", "email": "ana@us.example", "team": "platform", "function": "engineering",
                 "skills": ["kubernetes"], "seniority": 4}""");
        put("/api/v1/people/eva", """
                {"name": "Eva", "email": "eva@us.example", "team": "platform", "function": "support",
                 "duties": ["escalation-manager"], "seniority": 4}""");
        put("/api/v1/accounts/acme", """
                {"name": "ACME", "plan": "premium", "region": "EU", "people": {"csm": "eva"},
                 "facts": {"lifetime_value": 2000000, "strategic_importance": 5, "influence": 5, "risk": 90}}""");
        put("/api/v1/accounts/acme/contacts/joe", """
                {"name": "Joe", "email": "joe@acme.example", "channel": "email", "language": "en",
                 "zone": "Europe/Prague"}""");
    }

    private void put(String path, String body) {
        HttpResponse<String> answer = administrator.call("PUT", path, body);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(201);
    }

    /** Says that 5 % of ACME's users are hit; the key of what that opened. */
    private String hear() {
        HttpResponse<String> answer = administrator.send(
                "POST",
                "/api/v1/signals",
                BodyPublishers.ofString("""
                {"specversion": "1.0", "id": "slo-1", "source": "monitoring", "type": "slo.missed",
                 "data": {"account": "acme", "title": "Nobody can pay", "share_of_users": 0.05}}"""),
                "Content-Type",
                "application/cloudevents+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode found = ok(ana.get("/api/v1/escalations?account=acme"));
        assertThat(found.at("/items").size()).isOne();
        return found.at("/items/0/key").asString();
    }

    private JsonNode timeline(String address) {
        return ok(ana.get(address + "/timeline")).at("/items");
    }

    /** The first line of the timeline about that. */
    private JsonNode line(String address, String what) {
        JsonNode lines = timeline(address);
        return lines.valueStream()
                .filter(line -> line.at("/what").asString().equals(what))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + what + " in " + lines));
    }

    private JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return body(answer);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private Visitor program(String name, Role role, Scope... scopes) {
        return Visitor.withToken(
                app, app.get(Tokens.class).issue(name, role, EnumSet.copyOf(Arrays.asList(scopes)), Optional.empty()));
    }
}
