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

            Every address of Bellrope, and what everybody gets there. The running application was asked each of them by each of
            these; a test compares it with [access.txt](../app/src/test/resources/access.txt), which says who is to be let in, and writes
            this page. Do not change it by hand.

            * **sign-in** is a redirect to the page to sign in, **401** says that a token is needed or is none, **403** that it is not
              theirs to do.
            * Any other number is somebody who was let in: 200, 202 or 302 where there is something to be had; 400, 404, 405, 409, 415 or 422
              where the request of the test was an empty form, an empty object, or about what does not exist.
            * A *token that is none* is revoked, expired, of another installation, or an invitation; all four get the same.
            * What a signed-in person sends without the hidden field of our forms, such as from a page of another site, gets 403 at every
              address that changes anything.
            * Pages do not look at tokens. A token acts by its scopes here, and by its role where the playbook is asked.
            * The playbook in force says further who of those let in may act on an escalation (`permissions`), and who may publish the next
              playbook; they get 403 with a sentence that says so.
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

    /** What they got; of those with a token that is none, what all of them got. */
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
