package dev.bellrope.app.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request to the byte: nothing in it is corrected or refused before it reaches the server.
 *
 * @param target path and query, each character one byte
 * @param headers whole lines, each character one byte
 * @param isWhole whether it keeps to HTTP, so that an answer is owed
 */
record Sent(String method, String target, List<String> headers, byte[] body, boolean isWhole) {
    Sent {
        headers = List.copyOf(headers);
    }

    static Sent of(String method, String target, byte[] body, String... headers) {
        return new Sent(method, target, List.of(headers), body, true);
    }

    Sent with(String header) {
        List<String> all = new ArrayList<>(headers);
        all.add(header);
        return new Sent(method, target, all, body, isWhole);
    }

    Sent broken() {
        return new Sent(method, target, headers, body, false);
    }

    byte[] head() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        boolean saysLength = headers.stream()
                .map(header -> header.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(header -> header.startsWith("content-length") || header.startsWith("transfer-encoding"));
        if (!saysLength && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For whoever has to find out what it was. */
    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return shortened(method + " " + target, 600) + "\n  " + shortened(String.join(" | ", headers), 400) + "\n  "
                + body.length + " bytes: " + shortened(text, 900);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
