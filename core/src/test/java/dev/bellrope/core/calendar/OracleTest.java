package dev.bellrope.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other products answer, from their own test suites, beside what we answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private static final List<String> PEERS = List.of(
            "business_time_gem",
            "businesstimedelta",
            "chatwoot_sla",
            "dhatim_business_hours_java",
            "frappe_helpdesk_sla",
            "glpi_calendar",
            "otobo_otrs_znuny",
            "seatgeek_businesstime",
            "speicher210_business_hours");

    private final List<OracleCase> cases =
            PEERS.stream().flatMap(OracleTest::cases).toList();
    private final List<String> differences = listed("# Where");

    /** Everything that is not listed as different agrees; each such case is a test of its own. */
    Stream<OracleCase> agreeing() {
        return cases.stream().filter(asked -> asked.isWorkingTime() && !differences.contains(asked.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("agreeing")
    void agrees(OracleCase asked) {
        assertThat(asked.answer()).as("%s", asked.facts()).isEqualTo(asked.expected());
    }

    @Test
    void theListOfDifferencesIsExact() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> differing = new ArrayList<>();
        for (OracleCase asked : cases) {
            int[] count = counts.computeIfAbsent(asked.op(), op -> new int[3]);
            if (!asked.isWorkingTime()) {
                count[2]++;
            } else if (asked.answer().equals(asked.expected())) {
                count[0]++;
            } else {
                count[1]++;
                differing.add(asked.id());
            }
        }
        counts.forEach((op, count) -> System.out.printf(
                "oracle %-24s %3d agree %2d differ %2d not working time%n", op, count[0], count[1], count[2]));
        int[] all = counts.values().stream().reduce(new int[3], (sum, count) ->
                new int[] {sum[0] + count[0], sum[1] + count[1], sum[2] + count[2]});
        System.out.printf("oracle %-24s %3d agree %2d differ %2d not working time%n", "all", all[0], all[1], all[2]);

        assertThat(new TreeSet<>(differing)).isEqualTo(new TreeSet<>(differences));
        assertThat(differences).doesNotHaveDuplicates();
        assertThat(ids(asked -> !asked.isWorkingTime()))
                .as("asked of a watched ticket")
                .hasSize(9);
        assertThat(ids(asked -> true)).as("ids are unique").hasSameSizeAs(cases);
        assertThat(cases).hasSize(248);
    }

    private Set<String> ids(Predicate<OracleCase> which) {
        return cases.stream().filter(which).map(OracleCase::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<OracleCase> cases(String peer) {
        JsonNode table = JsonMapper.shared().readTree(text(peer + ".json"));
        return table.get("cases")
                .valueStream()
                .map(facts -> new OracleCase(facts, OracleCase.calendar(table.get("calendars"), facts)));
    }

    /** The ids in the first column of the table under a heading. */
    private static List<String> listed(String heading) {
        String section = text("differences.md")
                .lines()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n"));
        return section.lines()
                .filter(line -> line.matches("\\| [a-z0-9_]+-\\d+ .*"))
                .map(line -> line.substring(2, line.indexOf(' ', 2)))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = OracleTest.class.getResourceAsStream("/oracle/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
