package dev.bellrope.app.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks that can behave badly, and keeps its own account of what it said yes to. */
final class HookSink implements AutoCloseable {
    /** How it behaves. */
    enum Mood {
        WELL,
        /** It takes the call and says nothing, for longer than anybody waits. */
        HANGING,
        /** 500. */
        FAILING,
        /** 429, with a Retry-After of two seconds. */
        BUSY,
        /** 302 to where nobody may follow. */
        REDIRECTING
    }

    private final HttpServer server;
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger followed = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    HookSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", this::hear);
        server.createContext("/elsewhere", exchange -> {
            followed.incrementAndGet();
            answer(exchange, 200);
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    void behave(Mood next) {
        mood = next;
    }

    /** How often it said yes to each webhook-id. */
    Map<String, Integer> accepted() {
        return Map.copyOf(accepted);
    }

    int refused() {
        return refused.get();
    }

    /** How often somebody went where it redirected to. */
    int followed() {
        return followed.get();
    }

    private void hear(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        Mood now = mood;
        if (now == Mood.WELL) {
            accepted.merge(exchange.getRequestHeaders().getFirst("webhook-id"), 1, Integer::sum);
            answer(exchange, 204);
            return;
        }
        refused.incrementAndGet();
        switch (now) {
            case HANGING -> {
                try {
                    Thread.sleep(15_000);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case BUSY -> {
                exchange.getResponseHeaders().add("Retry-After", "2");
                answer(exchange, 429);
            }
            case REDIRECTING -> {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                answer(exchange, 302);
            }
            default -> answer(exchange, 500);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
