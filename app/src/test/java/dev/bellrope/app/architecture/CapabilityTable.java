package dev.bellrope.app.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of docs/capabilities.md, and what is wrong with them. */
final class CapabilityTable {
    /** How many capabilities each group has. */
    private static final String GROUPS =
            "A16 B7 C10 D14 E6 F10 G6 H11 I15 J7 K6 L9 M6 N5 O6 P10 Q4 R24 S4 T11 U4 V5 W5 X4";

    private static final Pattern ROW = Pattern.compile("\\| [A-X]-\\d\\d \\|[^|]+\\|[^|]+\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern STATE = Pattern.compile("works|partly: \\S.*|not there");

    private final List<String> rows;

    CapabilityTable(List<String> lines) {
        this.rows =
                lines.stream().filter(line -> line.matches("\\| [A-Z]-\\d+ .*")).toList();
    }

    /** Every id that the document must have, in its order. */
    static List<String> expectedIds() {
        return Arrays.stream(GROUPS.split(" ", -1))
                .flatMap(group -> IntStream.rangeClosed(1, Integer.parseInt(group.substring(1)))
                        .mapToObj(number -> "%c-%02d".formatted(group.charAt(0), number)))
                .toList();
    }

    List<String> ids() {
        return rows.stream().map(CapabilityTable::id).toList();
    }

    /** What is wrong with single rows, a sentence each that begins with the row's id. */
    List<String> problems(NamedTests tests) {
        return rows.stream().flatMap(row -> problems(row, tests)).toList();
    }

    private static Stream<String> problems(String row, NamedTests tests) {
        Matcher parts = ROW.matcher(row);
        if (!parts.matches()) {
            return Stream.of(id(row) + " has not the five columns: id, capability, where, proven by, state");
        }
        String state = parts.group(2);
        Stream<String> ofState = STATE.matcher(state).matches()
                ? Stream.empty()
                : Stream.of(id(row) + " is '" + state + "'; accepted are works, partly: what is missing, not there");
        Stream<String> ofProof = state.equals("works") && !NamedTests.areNamedIn(parts.group(1))
                ? Stream.of(id(row) + " works, but names no test")
                : Stream.empty();
        return Stream.of(
                        ofState,
                        ofProof,
                        tests.missingIn(parts.group(1)).stream()
                                .map(test -> id(row) + " names " + test + ", which does not exist"))
                .flatMap(problems -> problems);
    }

    private static String id(String row) {
        return row.substring(2, row.indexOf(' ', 2));
    }
}
