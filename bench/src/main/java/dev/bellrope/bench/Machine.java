package dev.bellrope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures were measured on; figures of two machines are not comparable. */
public final class Machine {
    private Machine() {}

    static Map<String, Object> describe() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("measuredAt", Instant.now().toString());
        about.put("processor", first("/proc/cpuinfo", "model name"));
        about.put("cores", Runtime.getRuntime().availableProcessors());
        about.put("memory", first("/proc/meminfo", "MemTotal"));
        about.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        about.put("java", Runtime.version().toString());
        // Others at work at the same time make everybody slower: a run on a machine that was not idle says so itself.
        about.put("loadBefore", load());
        return about;
    }

    /** What this process has used of the processors until now. */
    public static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    static String load() {
        return read("/proc/loadavg").findFirst().orElse("unknown");
    }

    private static String first(String file, String key) {
        return read(file)
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static Stream<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException elsewhere) {
            return Stream.empty();
        }
    }
}
