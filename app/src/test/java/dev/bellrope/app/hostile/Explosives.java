package dev.bellrope.app.hostile;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small texts that cost whoever reads them far more than they cost to write. */
final class Explosives {
    private static final String TEN = "[1,2,3,4,5,6,7,8,9,10]";

    /** Conditions that are slow to read, or slow to answer. */
    static final List<String> CONDITIONS = List.of(
            nestedAll(8),
            nestedAll(20),
            "signal.summary.matches('(a+)+$')",
            "signal.summary.matches('" + "(a|a?)+".repeat(100) + "$')",
            "signal.summary.matches('a{1000}{1000}')",
            "'" + "a".repeat(60_000) + "'.contains(signal.summary)",
            "(".repeat(2_000) + "true" + ")".repeat(2_000),
            "!".repeat(5_000) + "true",
            "true" + " && true".repeat(20_000),
            "1" + "+1".repeat(20_000) + " > 0",
            "[".repeat(500) + "]".repeat(500) + " == []",
            "true ? ".repeat(1_000) + "true" + " : true".repeat(1_000),
            "signal" + ".data".repeat(5_000) + " == 1",
            "signal.data" + "['a']".repeat(3_000) + " == 1",
            "size('" + "x".repeat(1_000) + "' + '" + "y".repeat(1_000) + "') > 0",
            "duration('999999999999s') > duration('1s')",
            "timestamp('9999-12-31T23:59:59Z') + duration('999999999s') > timestamp('0001-01-01T00:00:00Z')",
            "9223372036854775807 + 1 > 0",
            "-9223372036854775808 / -1 > 0",
            "1 / 0 > 0",
            "signal.data.all(k, signal.data[k].all(l, true))",
            "has(signal.data.a.b.c)",
            "\"\\uD800\" == \"\"",
            "b'\\xff' == b''");

    private Explosives() {}

    private static String nestedAll(int depth) {
        return IntStream.range(0, depth)
                        .mapToObj(i -> TEN + ".all(x" + i + ", ")
                        .collect(Collectors.joining()) + "true" + ")".repeat(depth);
    }

    static String yaml(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> laughs(9, 9);
            case 1 -> "format: v1\nplaybook: a\ntriggers:\n" + "  - ".repeat(3_000) + "x";
            case 2 -> "a: ".repeat(1) + "{a: ".repeat(3_000);
            case 3 ->
                "format: v1\n"
                        + IntStream.range(0, 20_000)
                                .mapToObj(i -> "k" + i + ": v\n")
                                .collect(Collectors.joining());
            case 4 -> "format: v1\nplaybook: &a [*a]\npurpose: *a\n";
            case 5 -> "? ".repeat(2_000) + "a";
            default -> "!!bell.Bell [\"http://127.0.0.1:1/\"]\n--- !!bell/object/apply:ring [a]\n";
        };
    }

    /** "A billion laughs": each level says the one below it several times. */
    static String laughs(int levels, int times) {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha]\n");
        for (int level = 1; level <= levels; level++) {
            yaml.append("a%d: &a%d [".formatted(level, level))
                    .append(String.join(", ", java.util.Collections.nCopies(times, "*a" + (level - 1))))
                    .append("]\n");
        }
        return yaml + "playbook: *a" + levels + "\n";
    }
}
