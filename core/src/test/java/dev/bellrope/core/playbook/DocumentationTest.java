package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.fact.FactType;
import dev.bellrope.core.fact.Vocabulary;
import dev.bellrope.core.playbook.reader.Conditions;
import dev.bellrope.core.playbook.reader.Conditions.ConditionScope;
import dev.bellrope.core.playbook.reader.DeclaredNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of {@code docs/playbook.md} are those of the code. What they should be stands in {@code target/playbook.md}. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "playbook.md");
    private static final Map<ConditionScope, String> STANDINGS = Map.of(
            ConditionScope.WORTH, "`account-value` criteria: `score` (gives a number)",
            ConditionScope.ISSUE_TYPE, "`issue-types`: `when`",
            ConditionScope.TRIGGER, "`triggers`: `when`",
            ConditionScope.IMPACT, "`triggers`: `impact` (gives a word)",
            ConditionScope.URGENCY, "`triggers`: `urgency` (gives a word)",
            ConditionScope.TIER, "`response-tiers`: `when`",
            ConditionScope.ROUTE, "`routes`: `when`",
            ConditionScope.REVIEW, "`exit.review`: `required-when`");

    static Stream<Map.Entry<String, String>> lists() {
        return blocks().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void the_lists_are_those_of_the_code(Map.Entry<String, String> list) throws IOException {
        assertThat(block(Files.readString(PAGE), list.getKey())).isEqualTo(list.getValue());
    }

    @Test
    void the_page_as_it_should_be_can_be_copied() throws IOException {
        String page = Files.readString(PAGE);
        for (Map.Entry<String, String> list : blocks().entrySet()) {
            String mark = "<!-- " + list.getKey() + " -->";
            int from = page.indexOf(mark) + mark.length();
            page = page.substring(0, from) + list.getValue() + page.substring(page.indexOf("<!-- end -->", from));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "playbook.md"), page);
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static Map<String, String> blocks() {
        return new TreeMap<>(Map.of(
                "standings", standings(),
                "fields", fields(),
                "kinds", "\n" + code(FactType.words()) + ".\n",
                "ticket-signals", paragraph(DeclaredNames.TICKET_KINDS),
                "permitted", paragraph(DeclaredNames.PERMITTED),
                "acts", paragraph(DeclaredNames.ACTS),
                "templates", paragraph(DeclaredNames.TEMPLATES),
                "never-automatic", paragraph(DeclaredNames.NEVER_AUTOMATIC)));
    }

    private static String standings() {
        DeclaredNames none = new DeclaredNames(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        Conditions conditions = new Conditions(none, Map.of());
        StringBuilder table = new StringBuilder("\n| where | subjects | facts |\n|---|---|---|\n");
        for (ConditionScope standing : ConditionScope.values()) {
            Vocabulary known = conditions.vocabulary(standing);
            table.append("| ")
                    .append(STANDINGS.get(standing))
                    .append(" | ")
                    .append(code(known.subjects().keySet()))
                    .append(" | ")
                    .append(code(known.bare().keySet()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String fields() {
        StringBuilder table = new StringBuilder("\n| subject | fields |\n|---|---|\n");
        new TreeMap<>(Conditions.SUBJECTS)
                .forEach((subject, fields) -> table.append("| `" + subject + "` | ")
                        .append(new TreeMap<>(fields)
                                .entrySet().stream()
                                        .map(field -> "`" + field.getKey() + "` ("
                                                + field.getValue().word() + ")")
                                        .collect(Collectors.joining(", ")))
                        .append(" |\n"));
        return table.toString();
    }

    private static String paragraph(Collection<String> words) {
        return "\n" + code(words) + "\n";
    }

    private static String code(Collection<String> words) {
        return words.isEmpty()
                ? "-"
                : words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String block(String page, String name) {
        String mark = "<!-- " + name + " -->";
        assertThat(page).contains(mark);
        int from = page.indexOf(mark) + mark.length();
        return page.substring(from, page.indexOf("<!-- end -->", from));
    }
}
