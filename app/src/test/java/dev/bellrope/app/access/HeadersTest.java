package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.AccessTable.Need;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What browsers are told beside the content: on pages, of the API, with errors and with files alike. */
class HeadersTest {
    private static final String NEVER_KEPT = "no-cache, no-store, max-age=0, must-revalidate";

    private static final Map<String, String> EVERYWHERE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'; manifest-src 'self'");

    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|(?:src|href)=\"(?:https?:)?//");

    private static RunningApp app;
    private static RunningApp https;
    private static Visitor stranger;
    private static Visitor administrator;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        SmallCompany.moveInto(app);
        https = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z"))
                .baseUrl("https://bellrope.example")
                .share();
        stranger = Visitor.stranger(app);
        administrator = Visitor.signedIn(app, Role.ADMINISTRATOR);
    }

    @AfterAll
    static void stop() {
        stranger.close();
        administrator.close();
        https.close();
        app.close();
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /sign-in                    | stranger      | 200 | never
            GET  | /                           | stranger      | 302 | never
            GET  | /                           | administrator | 200 | never
            GET  | /accounts/acme              | administrator | 200 | never
            GET  | /accounts/nobody            | administrator | 404 | never
            GET  | /nothing-here               | administrator | 404 | never
            GET  | /signals;x=1                | administrator | 400 | never
            POST | /sign-out                   | stranger      | 403 | never
            GET  | /api/v1/accounts            | stranger      | 401 | never
            GET  | /api/v1/accounts            | administrator | 200 | never
            GET  | /api/v1/accounts/nobody     | administrator | 404 | never
            GET  | /api/v1/accounts?limit=many | administrator | 400 | never
            POST | /api/v1/signals             | administrator | 403 | never
            GET  | /api/v1/openapi.json        | stranger      | 200 | never
            GET  | /actuator/health            | stranger      | 200 | never
            GET  | /actuator/prometheus        | administrator | 200 | never
            GET  | /assets/bellrope.css        | stranger      | 200 | max-age=31536000, public, immutable
            GET  | /assets/nothing.css         | stranger      | 404 | never
            GET  | /favicon.svg                | stranger      | 200 | max-age=86400
            GET  | /schema/events-v1.json      | stranger      | 200 | max-age=3600, public
            GET  | /schema/playbook-v1.json    | stranger      | 200 | max-age=3600, public
            """)
    void everythingIsGuarded(String method, String path, String who, int status, String kept) {
        HttpResponse<String> answer =
                (who.equals("stranger") ? stranger : administrator).send(method, path, BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(status);
        EVERYWHERE.forEach((header, value) ->
                assertThat(answer.headers().allValues(header)).as(header).containsExactly(value));
        assertThat(answer.headers().allValues("Cache-Control"))
                .containsExactly(kept.equals("never") ? NEVER_KEPT : kept);
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
        assertThat(answer.body()).doesNotContain("Apache Tomcat", "\tat ");
    }

    @Test
    void theContentPolicyAllowsNothingInlineAndNothingForeign() {
        assertThat(EVERYWHERE.get("Content-Security-Policy")).doesNotContain("unsafe", "http", "*");
    }

    static Stream<Address> pages() {
        return AccessTable.read().entrySet().stream()
                .filter(one -> !one.getKey().changes() && !one.getKey().isApi())
                .filter(one ->
                        List.of(Need.EVERYBODY, Need.PERSON, Need.ADMINISTRATOR).contains(one.getValue()))
                .map(Map.Entry::getKey)
                .filter(one -> !one.pattern().contains("**"));
    }

    /** What the policy forbids would only be found by somebody who misses it. */
    @ParameterizedTest
    @MethodSource("pages")
    void noPageNeedsWhatThePolicyForbids(Address page) {
        HttpResponse<String> answer = administrator.get(page.sample());
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(INLINE.matcher(answer.body()).results().map(match -> match.group()))
                    .isEmpty();
            assertThat(answer.body()).contains("</html>");
        }
    }

    @Test
    void theCookieIsForOursAloneAndNoScriptReadsIt() {
        try (Visitor visitor = Visitor.stranger(app)) {
            assertThat(cookies(visitor.get("/sign-in")))
                    .singleElement()
                    .asString()
                    .matches("BELLROPE_SESSION=[^;]+; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void behindAnHttpsAddressTheCookieIsSecureAndBrowsersStayWithHttps() {
        try (Visitor visitor = Visitor.stranger(https)) {
            HttpResponse<String> answer = visitor.get("/sign-in");
            assertThat(cookies(answer))
                    .singleElement()
                    .asString()
                    .matches("BELLROPE_SESSION=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax");
            for (String path : List.of("/sign-in", "/api/v1/accounts", "/nothing-here", "/favicon.svg")) {
                assertThat(visitor.get(path).headers().firstValue("Strict-Transport-Security"))
                        .as(path)
                        .hasValue("max-age=31536000 ; includeSubDomains");
            }
        }
    }

    @Test
    void soItIsWhereAProxySaysThatItWasAskedByHttps() {
        try (Visitor visitor = Visitor.stranger(app)) {
            HttpResponse<String> answer = visitor.send(
                    "GET",
                    "/sign-in",
                    BodyPublishers.noBody(),
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-For",
                    "203.0.113.9");
            assertThat(cookies(answer)).singleElement().asString().contains("; Secure;");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return Optional.ofNullable(answer.headers().map().get("set-cookie")).orElse(List.of());
    }
}
