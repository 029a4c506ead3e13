package dev.bellrope.app.directory;

import dev.bellrope.app.Approved;
import dev.bellrope.app.access.VisibleAccounts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The statements that the tables of the directory compose, whole, so that they can be read and pasted. */
class EntryTableTest {
    @Test
    void theStatementsAreAsApproved() {
        Approved.is(
                Path.of("src/test/resources/approved/directory/statements.sql"),
                List.of(
                                AccountTable.LAYOUT,
                                ContactTable.LAYOUT,
                                AliasTable.LAYOUT,
                                CalendarTable.LAYOUT,
                                TeamTable.LAYOUT,
                                PersonTable.LAYOUT,
                                AbsenceTable.LAYOUT)
                        .stream()
                        .flatMap(layout -> List.of(
                                layout.find(),
                                layout.all(),
                                layout.page(VisibleAccounts.ALL.and("account_id")),
                                layout.write())
                                .stream())
                        .map(statement -> statement.strip() + ";\n")
                        .collect(Collectors.joining("\n")));
    }
}
