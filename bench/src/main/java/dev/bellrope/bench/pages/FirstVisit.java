package dev.bellrope.bench.pages;

import dev.bellrope.app.access.Role;
import dev.bellrope.bench.Finding;
import dev.bellrope.bench.Scene;
import dev.bellrope.bench.clocks.Arena;
import dev.bellrope.bench.clocks.StandingClock;
import dev.bellrope.bench.server.Company;
import dev.bellrope.bench.server.Serving;
import dev.bellrope.bench.server.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What a browser that was never here loads to show a page: the page, and every file that it names. */
public final class FirstVisit {
    private static final double MOST_KILOBYTES = 200;
    private static final double KILOBYTE = 1000;
    private static final Pattern FILE =
            Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg|woff2?|png)(?:\\?[^\"]*)?)\"");

    private FirstVisit() {}

    public static Finding measure(Scene scene) {
        StandingClock clock = new StandingClock();
        try (Arena.Database database = scene.arena().create();
                Serving serving = Serving.start(database, scene.home(), clock)) {
            serving.rest();
            new Company(serving).moveIn();
            try (Visitor manager = Visitor.signIn(serving, Role.MANAGER, "manager1")) {
                List<Finding.Figure> figures = new ArrayList<>();
                List<Finding.Goal> goals = new ArrayList<>();
                for (String path : List.of("/sign-in", "/", "/escalations", "/insights", "/playbook")) {
                    Scene.say(path);
                    Visit visit = visit(manager, path);
                    figures.add(new Finding.Figure(path, visit.values(), ""));
                    goals.add(Finding.Goal.atMost(
                            path + ": at most 200 kB on the wire", MOST_KILOBYTES, visit.wire() / KILOBYTE));
                }
                return new Finding(
                        "first visit",
                        "the page and every file that it names, as they are sent to a browser that takes gzip",
                        figures,
                        goals,
                        List.of(
                                "bodies only; headers are about 0.5 kB a request",
                                "kept for ever: what need not be asked for again on the next page, by its Cache-Control"));
            }
        }
    }

    private record Visit(int requests, long wire, long unpacked, int kept) {
        Map<String, Double> values() {
            Map<String, Double> values = new LinkedHashMap<>();
            values.put("requests", (double) requests);
            values.put("kB on the wire", wire / KILOBYTE);
            values.put("kB unpacked", unpacked / KILOBYTE);
            values.put("kept for ever", (double) kept);
            return values;
        }
    }

    private static Visit visit(Visitor visitor, String path) {
        Visitor.Sent page = visitor.load(path);
        long wire = page.body().length;
        byte[] html = unpacked(page);
        long unpacked = html.length;
        int kept = 0;
        Set<String> files = files(new String(html, java.nio.charset.StandardCharsets.UTF_8));
        for (String file : files) {
            Visitor.Sent sent = visitor.load(file);
            wire += sent.body().length;
            unpacked += unpacked(sent).length;
            kept += sent.cached().contains("immutable") ? 1 : 0;
        }
        return new Visit(1 + files.size(), wire, unpacked, kept);
    }

    private static Set<String> files(String html) {
        Set<String> files = new LinkedHashSet<>();
        Matcher file = FILE.matcher(html);
        while (file.find()) {
            files.add(file.group(1));
        }
        return files;
    }

    private static byte[] unpacked(Visitor.Sent sent) {
        if (!sent.encoding().equals("gzip")) {
            return sent.body();
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(sent.body()))) {
            return packed.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
