package dev.bellrope.app.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends bytes to a port of this machine. An ordinary client would refuse to send half of what hostile ones do. */
final class Wire {
    /** Whoever has not answered by then never will. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MOST = 64 * 1024 * 1024;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    Heard send(Sent sent) {
        long start = System.nanoTime();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            write(socket, sent);
            byte[] answer = read(socket.getInputStream());
            return parse(answer, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** A server that has read enough hangs up; what it said before is still there to be read. */
    private static void write(Socket socket, Sent sent) {
        try {
            OutputStream to = socket.getOutputStream();
            to.write(sent.head());
            to.write(sent.body());
            to.flush();
            socket.shutdownOutput(); // no more follows, whatever a header has announced
        } catch (IOException hungUp) {
            return;
        }
    }

    private static byte[] read(InputStream from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[16 * 1024];
        try {
            for (int count = from.read(part); count >= 0 && all.size() <= MOST; count = from.read(part)) {
                all.write(part, 0, count);
            }
        } catch (IOException hungUp) {
            return all.toByteArray(); // or it was too late, which the time taken tells
        }
        return all.toByteArray();
    }

    private static Heard parse(byte[] answer, Duration took) {
        int end = endOfHead(answer);
        if (end < 0) {
            return new Heard(0, List.of(), answer, took);
        }
        List<String> lines = List.of(new String(answer, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1));
        int status = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        List<String> headers = new ArrayList<>(lines.subList(1, lines.size()));
        Heard whole = new Heard(status, headers, body, took);
        if (whole.header("Transfer-Encoding").isPresent()) {
            return new Heard(status, headers, unchunked(body), took);
        }
        // A line break in a header has made two requests of one, and what follows answers the second.
        int length = whole.header("Content-Length").map(Integer::parseInt).orElse(body.length);
        boolean second = whole.text().startsWith("HTTP/1.1 ");
        return new Heard(
                status, headers, second ? new byte[0] : Arrays.copyOf(body, Math.min(length, body.length)), took);
    }

    private static int endOfHead(byte[] answer) {
        for (int i = 0; i + 3 < answer.length; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && body[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(body, at, end - at, StandardCharsets.ISO_8859_1).strip(), 16);
            if (size == 0) {
                break;
            }
            int from = end + 2;
            int length = Math.min(size, body.length - from);
            if (length <= 0) {
                break;
            }
            whole.write(body, from, length);
            at = from + length + 2;
        }
        return whole.toByteArray();
    }
}
