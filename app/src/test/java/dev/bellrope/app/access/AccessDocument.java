package dev.bellrope.app.access;

import dev.bellrope.app.access.AccessTable.Need;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/access.md}. */
final class AccessDocument {
    private static final String OPENING = """
            # Who gets what

            Every address of Bellrope, and what everybody gets there. A test calls each address of the running application as each of these callers,
            compares the answers with [access.txt](../app/src/test/resources/access.txt), which says whom to let in, and writes
            this page. Do not change it by hand.

            * **sign-in** is a redirect to the sign-in page. **401** says that a token is missing or invalid, **403** that the caller may not
              do this.
            * Any other number means that the caller was let in: 200, 202 or 302 where there is something to get; 400, 404, 405, 409, 415 or 422
              where the test sent an empty form or an empty object, or asked for something that does not exist.
            * An *invalid token* is revoked, expired, of another installation, or an invitation; all four get the same answer.
            * A signed-in person who sends a form without its hidden CSRF field, such as from a page of another site, gets 403 at every
              address that changes anything.
            * Pages ignore tokens. A token acts by its scopes here, and by its role where the playbook decides.
            * The playbook in force also says who of those let in may act on an escalation and publish the next playbook
              (`permissions`); others get 403 with a sentence that says so.
            """;

    private AccessDocument() {}

    static String of(Map<Address, Need> table, Map<Address, Map<String, String>> shown) {
        StringBuilder page = new StringBuilder(OPENING);
        for (Need need : Need.all()) {
            List<String> columns = columns(need);
            page.append("\n## ").append(need.heading()).append("\n\n");
            page.append(row("address", columns));
            page.append(row("---", columns.stream().map(column -> "---").toList()));
            shown.forEach((address, got) -> {
                if (need.equals(table.get(address))) {
                    page.append(row(
                            "`" + address + "`",
                            columns.stream().map(column -> cell(got, column)).toList()));
                }
            });
        }
        return page.toString();
    }

    private static List<String> columns(Need need) {
        List<String> columns = new ArrayList<>(List.of(Callers.SIGNED_OUT));
        columns.addAll(Arrays.stream(Role.values()).map(Role::word).toList());
        if (need.scope().isPresent()) {
            columns.addAll(List.of(Callers.TOKEN_WITH, Callers.TOKEN_WITHOUT));
        } else {
            columns.add(Callers.EVERY_SCOPE);
        }
        columns.add(Callers.NO_TOKEN);
        return columns;
    }

    /** What they got; with an invalid token, what all of those got. */
    private static String cell(Map<String, String> got, String column) {
        return got.entrySet().stream()
                .filter(one -> one.getKey().startsWith(column))
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static String row(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
