package dev.bellrope.bench.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A source that sends signals, on many connections at once. */
public final class Sender implements AutoCloseable {
    private final URI address;
    private final String token;
    private final int accounts;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Sends to a server.
     *
     * @param server its address, without a path
     * @param accounts how many the signals are of by turns
     */
    public Sender(URI server, String token, int accounts) {
        this.address = server.resolve("/api/v1/signals");
        this.token = token;
        this.accounts = accounts;
    }

    /** Those of the numbers from the first to before the last. */
    public static List<Event> events(int from, int to) {
        List<Event> events = new ArrayList<>();
        for (int number = from; number < to; number++) {
            events.add(new Event(number));
        }
        return events;
    }

    static List<List<Event>> groups(List<Event> events, int size) {
        List<List<Event>> groups = new ArrayList<>();
        for (int from = 0; from < events.size(); from += size) {
            groups.add(events.subList(from, Math.min(events.size(), from + size)));
        }
        return groups;
    }

    /** Sends all of them, so many a call; how many seconds it takes until the last was accepted. */
    public double send(List<Event> events, int size) {
        return Connections.seconds(groups(events, size), group -> {
            List<String> bodies =
                    group.stream().map(event -> event.json(accounts)).toList();
            String body = size == 1 ? bodies.getFirst() : bodies.stream().collect(Collectors.joining(",", "[", "]"));
            post(body, size == 1 ? "application/cloudevents+json" : "application/cloudevents-batch+json");
        });
    }

    private void post(String body, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("a signal was answered by " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
