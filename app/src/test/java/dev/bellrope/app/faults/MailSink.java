package dev.bellrope.app.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that can behave badly, and keeps its own account of what it said yes to. GreenMail can refuse, but neither hesitate nor
 * hang up in the middle of a mail.
 */
final class MailSink implements AutoCloseable {
    /** How it behaves. */
    enum Mood {
        WELL,
        /** Every recipient is refused for now (RFC 5321: 451). */
        REFUSING,
        /** Every answer takes a second. */
        SLOW,
        /** It hangs up in the middle of a mail, or after the whole of it and before it says yes. */
        DROPPING
    }

    private final ServerSocket server;
    private final Random random;
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;

    MailSink(long seed) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        random = new Random(seed);
        Thread.ofVirtual().start(this::listen);
    }

    URI url() {
        return URI.create("smtp://127.0.0.1:" + server.getLocalPort());
    }

    void behave(Mood next) {
        mood = next;
    }

    /** How often it said yes to each Message-ID. */
    Map<String, Integer> accepted() {
        return Map.copyOf(accepted);
    }

    int refused() {
        return refused.get();
    }

    int dropped() {
        return dropped.get();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = socket.getOutputStream()) {
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> answerRecipient(out);
                    case "DATA" -> {
                        say(out, "354 go on");
                        if (!take(in, out)) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 sink");
                }
            }
        } catch (IOException gone) {
            // A node was killed in the middle of a mail.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerRecipient(OutputStream out) throws IOException, InterruptedException {
        if (mood == Mood.REFUSING) {
            refused.incrementAndGet();
            say(out, "451 not now");
        } else {
            say(out, "250 sink");
        }
    }

    /** Reads one mail; false when it hung up. */
    private boolean take(BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        boolean drops = mood == Mood.DROPPING;
        int lines = drops && random.nextBoolean() ? 5 : Integer.MAX_VALUE;
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false; // the node was killed in the middle of it
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                id = line.substring("message-id:".length()).strip();
            }
            if (--lines == 0) {
                break;
            }
        }
        if (drops) {
            dropped.incrementAndGet();
            return false;
        }
        // Before the answer: whoever is killed while it hears it has been told.
        accepted.merge(id, 1, Integer::sum);
        say(out, "250 taken");
        return true;
    }

    private void say(OutputStream out, String line) throws IOException, InterruptedException {
        if (mood == Mood.SLOW) {
            Thread.sleep(1_000);
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
