package dev.bellrope.app.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Takes traces as an OpenTelemetry collector does (OTLP over HTTP), and knows those of our spans. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            byte[] sent = body.readAllBytes();
            if (exchange.getRequestMethod().equals("POST")
                    && "application/x-protobuf"
                            .equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                bodies.add(HexFormat.of().formatHex(sent));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /**
     * Which of our spans of that trace were exported. A span begins with its trace id (field 1, 16 bytes) and holds its name (field 5) after
     * its ids, so the name is looked for between one trace id and the next.
     */
    List<String> spansOf(String trace) {
        return Stream.of("signal", "strike", "mail")
                .filter(name -> bodies.stream().anyMatch(body -> holds(body, trace, name)))
                .toList();
    }

    private static boolean holds(String body, String trace, String name) {
        String field =
                "2a%02x%s".formatted(name.length(), HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)));
        String[] spans = body.split("0a10(?=[0-9a-f]{32}1208)");
        return Stream.of(spans).anyMatch(span -> span.startsWith(trace) && span.contains(field));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
