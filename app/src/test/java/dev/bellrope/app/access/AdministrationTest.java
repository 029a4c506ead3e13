package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class AdministrationTest {
    private static final Pattern SHOWN_ONCE = Pattern.compile("id=\"copied\" value=\"([^\"]+)\"");
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static RunningApp app;
    private static Visitor administrator;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).share();
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        administrator.close();
        app.close();
    }

    private static String shownOnce(HttpResponse<String> page) {
        Matcher shown = SHOWN_ONCE.matcher(page.body());
        assertThat(shown.find()).as(page.body()).isTrue();
        return shown.group(1);
    }

    private static String invite(String signInName) {
        HttpResponse<String> page = administrator.submit(
                "/settings/users",
                Map.of("name", "Eva", "signInName", signInName, "email", "eva@example.com", "role", "manager"));
        return URI.create(shownOnce(page)).getQuery().substring("token=".length());
    }

    private static User user(String signInName) {
        return app.get(Users.class).findByName(signInName).orElseThrow();
    }

    private static List<String> acts(String subject) {
        return app.get(Audit.class).list(Long.MAX_VALUE, 1000).stream()
                .filter(entry -> entry.subject().equals(subject))
                .map(Audit.AuditEntry::act)
                .toList()
                .reversed();
    }

    @Test
    void somebodyBecomesAPersonOfTheDirectoryAndGetsAnotherRoleAtOnce() {
        User before = app.get(Users.class)
                .addWithPassword(new Users.NewUser("mia", "Mia", "mia@example.com", "", Role.AGENT), Visitor.PASSWORD);
        try (Visitor mia = Visitor.stranger(app)) {
            mia.signIn("mia", Visitor.PASSWORD);
            assertThat(mia.get("/settings/users").statusCode()).isEqualTo(403);
            assertThat(administrator
                            .submit(
                                    "/settings/users/" + before.id(),
                                    Map.of("personId", " mia ", "role", "administrator"))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/settings/users");
            assertThat(user("mia").personId()).isEqualTo("mia");
            assertThat(mia.get("/settings/users").statusCode()).isEqualTo(200);
            assertThat(acts("mia")).containsExactly("user added", "user changed");

            HttpResponse<String> own =
                    mia.submit("/settings/users/" + before.id(), Map.of("personId", "mia", "role", "agent"));
            assertThat(own.statusCode()).isEqualTo(409);
            assertThat(own.body()).contains("You cannot change your own role");
            mia.submit("/settings/users/" + before.id(), Map.of("personId", "", "role", "administrator"));
            assertThat(user("mia").personId()).isEmpty();
        }
    }

    @Test
    void somebodyInvitedChoosesAPasswordOnceAndIsIn() {
        String token = invite("eva");
        try (Visitor eva = Visitor.stranger(app)) {
            assertThat(eva.signIn("eva", "").headers().firstValue("Location")).hasValue("/sign-in?refused");
            assertThat(eva.get("/invitation?token=" + token).body()).contains("You sign in as eva");
            HttpResponse<String> weak =
                    eva.submit("/invitation", Map.of("token", token, "password", "eva-eva-eva-eva"));
            assertThat(weak.statusCode()).isEqualTo(422);
            assertThat(weak.body()).contains("may not be made of the sign-in name");
            assertThat(eva.submit("/invitation", Map.of("token", token, "password", Visitor.PASSWORD))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/");
            assertThat(eva.get("/my-access").body()).contains("<dd>manager</dd>");
            assertThat(eva.get("/invitation?token=" + token).statusCode()).isEqualTo(404);
        }
        assertThat(acts("eva")).containsExactly("user added", "invited", "sign-in refused", "password set");
    }

    @Test
    void anInvitationIsVoidAfterAWeekAndWhenThereIsANewerOne() {
        String old = invite("iva");
        String newer = URI.create(shownOnce(
                        administrator.submit("/settings/users/" + user("iva").id() + "/invitation", Map.of())))
                .getQuery()
                .substring("token=".length());
        try (Visitor iva = Visitor.stranger(app)) {
            assertThat(iva.get("/invitation?token=" + old).statusCode()).isEqualTo(404);
            assertThat(iva.get("/invitation?token=" + newer).statusCode()).isEqualTo(200);
            CLOCK.advance(Duration.ofDays(7));
            assertThat(iva.get("/invitation?token=" + newer).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aTakenNameIsRefusedAndWhatWasTypedStays() {
        invite("ota");
        HttpResponse<String> again = administrator.submit(
                "/settings/users",
                Map.of("name", "Another Ota", "signInName", "OTA", "email", "ota@example.com", "role", "agent"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("ota is taken", "value=\"Another Ota\"");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        try (Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            String name = agent.get("/my-access").body().replaceAll("(?s).*<dd>(agent\\d+)</dd>.*", "$1");
            administrator.submit("/settings/users/" + user(name).id() + "/disabling", Map.of());
            assertThat(agent.get("/my-access").statusCode()).isEqualTo(302);
            assertThat(agent.signIn(name, Visitor.PASSWORD).headers().firstValue("Location"))
                    .hasValue("/sign-in?refused");
            administrator.submit("/settings/users/" + user(name).id() + "/enabling", Map.of());
            assertThat(agent.signIn(name, Visitor.PASSWORD)
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .doesNotContain("refused");
            assertThat(acts(name)).contains("user disabled", "user enabled");
        }
    }

    @Test
    void aTokenIsShownOnceKeptAsAHashAndRefusedOnceRevoked() {
        String secret = shownOnce(administrator.submit(
                "/settings/tokens", Map.of("name", "Helpdesk", "role", "agent", "scopes", "read", "days", "90")));
        assertThat(secret).startsWith("brt_").hasSize(47);
        assertThat(administrator.get("/settings/tokens").body())
                .doesNotContain(secret)
                .contains("Helpdesk");
        assertThat(app.client()
                        .sql("select api_tokens::text from api_tokens")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret));
        try (Visitor program = Visitor.withToken(app, secret)) {
            assertThat(program.get("/api/v1/nothing").statusCode()).isEqualTo(404);
            Tokens.Token token = app.get(Tokens.class).list().stream()
                    .filter(one -> one.name().equals("Helpdesk"))
                    .findFirst()
                    .orElseThrow();
            assertThat(token.lastUsedAt()).hasValue(CLOCK.instant());
            administrator.submit("/settings/tokens/" + token.id() + "/revocation", Map.of());
            HttpResponse<String> refused = program.get("/api/v1/nothing");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("unknown, revoked or expired");
        }
        assertThat(acts("Helpdesk")).containsExactly("token issued", "token revoked");
    }

    @Test
    void aTokenEndsWhenItWasSaidTo() {
        String secret = app.get(Tokens.class)
                .issue(
                        "short",
                        Role.AGENT,
                        EnumSet.of(Scope.READ),
                        Optional.of(CLOCK.instant().plusSeconds(60)));
        try (Visitor program = Visitor.withToken(app, secret)) {
            assertThat(program.get("/api/v1/nothing").statusCode()).isEqualTo(404);
            CLOCK.advance(Duration.ofMinutes(1));
            assertThat(program.get("/api/v1/nothing").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aWebhookMayCarryItsTokenInTheAddressAndNothingElseMay() {
        String secret = app.get(Tokens.class).issue("hook", Role.AGENT, EnumSet.allOf(Scope.class), Optional.empty());
        try (Visitor hook = Visitor.stranger(app)) {
            assertThat(hook.post("/api/v1/webhooks/none?token=" + secret, "{}").statusCode())
                    .isEqualTo(404);
            assertThat(hook.post("/api/v1/webhooks/none?token=wrong", "{}").statusCode())
                    .isEqualTo(401);
            assertThat(hook.get("/api/v1/nothing?token=" + secret).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theAuditTrailSaysWhoDidWhatFromWhereAndCannotBeChanged() {
        invite("una");
        Audit.AuditEntry entry = app.get(Audit.class).list(Long.MAX_VALUE, 1).getFirst();
        assertThat(entry.act()).isEqualTo("invited");
        assertThat(entry.subject()).isEqualTo("una");
        assertThat(entry.actor()).startsWith("Test administrator");
        assertThat(entry.address()).isNotEmpty();
        assertThat(administrator.get("/settings/audit").body()).contains("una");
        for (String change : List.of(
                "update audit_entries set actor = 'nobody'", "delete from audit_entries", "truncate audit_entries")) {
            assertThatThrownBy(() -> app.client().sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void noPageShowsAPasswordHash() {
        assertThat(administrator.get("/settings/users").body()).doesNotContain("argon2");
    }

    @Test
    void onlyAdministratorsSeeTheWayToTheirPages() {
        try (Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            assertThat(agent.get("/settings/skills").body())
                    .contains("/settings/directory/people")
                    .doesNotContain("/settings/users");
            assertThat(administrator.get("/settings/skills").body()).contains("/settings/users");
        }
    }
}
