package dev.bellrope.bench.server;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Users;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser, signed in. */
public final class Visitor implements AutoCloseable {
    private static final String PASSWORD = "a rope for every bell";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Serving serving;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Visitor(Serving serving) {
        this.serving = serving;
    }

    /** A new user of that role, who is that person of the directory; signed in. */
    public static Visitor signIn(Serving serving, Role role, String person) {
        serving.get(Users.class)
                .addWithPassword(new Users.NewUser(person, person, person + "@us.example", person, role), PASSWORD);
        Visitor visitor = new Visitor(serving);
        Matcher csrf = CSRF.matcher(visitor.get("/sign-in"));
        if (!csrf.find()) {
            throw new IllegalStateException("no CSRF token on the sign-in page");
        }
        HttpRequest signIn = HttpRequest.newBuilder(serving.url("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)
                        + "&name=" + person + "&zone=Europe%2FPrague&password="
                        + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = visitor.send(signIn);
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("could not sign in: " + answer);
        }
        return visitor;
    }

    /** The body of a page, whole. */
    public String get(String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(serving.url(path)).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /**
     * What was sent, as it came.
     *
     * @param encoding {@code gzip}, or empty
     * @param cached what may be kept of it
     */
    public record Sent(byte[] body, String encoding, String cached) {}

    /** A page or a file as a browser asks for it. */
    public Sent load(String path) {
        HttpRequest request = HttpRequest.newBuilder(serving.url(path))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return new Sent(
                answer.body(),
                answer.headers().firstValue("Content-Encoding").orElse(""),
                answer.headers().firstValue("Cache-Control").orElse(""));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
