package dev.bellrope.app.hostile;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of those who send: signed in with a browser, a program with a token, or nobody. Comes back after having been thrown out. */
final class Caller {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningApp app;
    private final Wire wire;
    private final @Nullable Role role;
    private final boolean program;
    private String session = "";
    private String csrf = "";
    private String token = "";

    private Caller(RunningApp app, @Nullable Role role, boolean program) {
        this.app = app;
        this.wire = new Wire(app.port());
        this.role = role;
        this.program = program;
        comeBack();
    }

    static Caller person(RunningApp app, Role role) {
        return new Caller(app, role, false);
    }

    static Caller program(RunningApp app) {
        return new Caller(app, Role.ADMINISTRATOR, true);
    }

    static Caller stranger(RunningApp app) {
        return new Caller(app, null, false);
    }

    /** What nobody may ever read in a log. */
    List<String> secrets() {
        return List.of(session, csrf, token, Visitor.PASSWORD).stream()
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** The request with what this caller shows. */
    Sent signed(Sent sent) {
        if (program) {
            return sent.with("Authorization: Bearer " + token);
        }
        return role == null
                ? sent
                : sent.with("Cookie: BELLROPE_SESSION=" + session).with("X-CSRF-TOKEN: " + csrf);
    }

    Heard send(Sent sent) {
        return wire.send(signed(sent));
    }

    Heard get(String target) {
        return send(Sent.of("GET", target, new byte[0]));
    }

    boolean isProgram() {
        return program;
    }

    /** Whether the answer may mean that this caller is not who it was. */
    boolean isOut(Heard heard) {
        return role != null
                && (heard.status() == 401
                        || heard.header("Location").orElse("").endsWith("/sign-in")
                        || (heard.status() == 403 && heard.text().contains("too old")));
    }

    /** Signs in again where an earlier request signed this caller out, disabled it or took its token away. */
    void comeBackWhereNeeded() {
        if (role != null && get(program ? "/api/v1/teams" : "/").status() != 200) {
            comeBack();
        }
    }

    private void comeBack() {
        if (role == null) {
            return;
        }
        int number = NUMBER.incrementAndGet();
        if (program) {
            token = app.get(Tokens.class)
                    .issue("hostile " + number, role, EnumSet.allOf(Scope.class), Optional.empty());
            return;
        }
        String name = "hostile-" + role.word() + number;
        String person = role == Role.AGENT ? "" : "filip";
        app.get(Users.class)
                .addWithPassword(
                        new Users.NewUser(name, "Hostile " + number, name + "@example.com", person, role),
                        Visitor.PASSWORD);
        session = "";
        open(wire.send(Sent.of("GET", "/sign-in", new byte[0])));
        String form = "_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8) + "&name=" + name + "&password="
                + URLEncoder.encode(Visitor.PASSWORD, StandardCharsets.UTF_8) + "&zone=Europe/Prague";
        open(wire.send(Sent.of(
                "POST",
                "/sign-in",
                form.getBytes(StandardCharsets.UTF_8),
                "Cookie: BELLROPE_SESSION=" + session,
                "X-Forwarded-For: 203.0.113." + number % 250,
                "Content-Type: application/x-www-form-urlencoded")));
        Heard desk = get("/");
        if (desk.status() != 200) {
            throw new AssertionError(name + " could not sign in: " + desk.status() + " " + desk.headers());
        }
        Matcher field = CSRF.matcher(desk.text());
        if (!field.find()) {
            throw new AssertionError("no CSRF token on the desk");
        }
        csrf = field.group(1);
    }

    private void open(Heard answer) {
        answer.headers().stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("set-cookie: bellrope_session="))
                .map(header -> header.substring(header.indexOf('=') + 1).split(";", -1)[0])
                .filter(value -> !value.isEmpty())
                .forEach(value -> session = value);
        Matcher field = CSRF.matcher(answer.text());
        if (field.find()) {
            csrf = field.group(1);
        }
    }

    @Override
    public String toString() {
        return role == null ? "stranger" : program ? "program" : role.word();
    }
}
