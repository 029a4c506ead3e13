package dev.bellrope.app.access;

import dev.bellrope.app.RunningApp;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who visits a {@link RunningApp} over HTTP: a person with a browser (cookies, forms), or a program with a token.
 *
 * <pre>{@code
 * try (Visitor manager = Visitor.signedIn(app, Role.MANAGER)) {
 *     manager.get("/escalations");                       // pages
 *     manager.submit("/accounts", Map.of("name", "Acme")); // forms, with the CSRF token
 * }
 * try (Visitor program = Visitor.withToken(app, Scope.READ, Scope.SIGNALS_WRITE)) {
 *     program.post("/api/v1/signals", "{...}");
 * }
 * }</pre>
 */
public final class Visitor implements AutoCloseable {
    /** Of everybody whom {@link #signedIn} adds. */
    public static final String PASSWORD = "a rope for every bell";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Function<String, URI> address;
    private final Optional<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Visitor(Function<String, URI> address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** Somebody who has not signed in. */
    public static Visitor stranger(RunningApp app) {
        return new Visitor(app::url, Optional.empty());
    }

    /** Somebody who has not signed in, of a server that listens on a port of this machine. */
    public static Visitor stranger(int port) {
        return new Visitor(path -> URI.create("http://localhost:" + port + path), Optional.empty());
    }

    /** A new user with that role, signed in. */
    public static Visitor signedIn(RunningApp app, Role role) {
        return signedIn(app, role, "");
    }

    /** The same, who is that person of the directory. */
    public static Visitor signedIn(RunningApp app, Role role, String personId) {
        String name = role.word() + NUMBER.incrementAndGet();
        app.get(Users.class)
                .addWithPassword(
                        new Users.NewUser(name, "Test " + name, name + "@example.com", personId, role), PASSWORD);
        Visitor visitor = stranger(app);
        HttpResponse<String> answer = visitor.signIn(name, PASSWORD);
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new AssertionError("could not sign in: " + answer + " " + answer.headers());
        }
        return visitor;
    }

    /** A program with a new token of those scopes, acting as an agent. */
    public static Visitor withToken(RunningApp app, Scope... scopes) {
        Set<Scope> set = EnumSet.copyOf(Arrays.asList(scopes));
        return withToken(app, app.get(Tokens.class).issue("test program", Role.AGENT, set, Optional.empty()));
    }

    /** A program with that token. */
    public static Visitor withToken(RunningApp app, String token) {
        return new Visitor(app::url, Optional.of(token));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Posts JSON. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), json(headers));
    }

    /** Any method with JSON. */
    public HttpResponse<String> call(String method, String path, String json, String... headers) {
        return send(method, path, BodyPublishers.ofString(json), json(headers));
    }

    private static String[] json(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return all;
    }

    /** Submits a form with the CSRF token of this visitor's session. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submitWithout(path, fields, "_csrf=" + encoded(csrf()) + "&");
    }

    /** Submits a form as another site would: without the CSRF token. */
    public HttpResponse<String> submitForged(String path, Map<String, String> fields) {
        return submitWithout(path, fields, "");
    }

    private HttpResponse<String> submitWithout(String path, Map<String, String> fields, String before) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", before, ""));
        return send("POST", path, BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Out of the sign-in page, which everybody may open. */
    public String csrf() {
        Matcher field = CSRF.matcher(get("/sign-in").body());
        if (!field.find()) {
            throw new AssertionError("no CSRF token on the sign-in page");
        }
        return field.group(1);
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", Map.of("name", name, "password", password, "zone", "Europe/Prague"));
    }

    /** Redirects are not followed; headers are names and values by turns. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        path.startsWith("http") ? URI.create(path) : address.apply(path))
                .method(method, body);
        token.ifPresent(known -> request.header("Authorization", "Bearer " + known));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The lines of a stream of server-sent events, as they come; closing it leaves the stream. */
    public Stream<String> stream(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(address.apply(path))
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofLines())
                    .body();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
