package dev.bellrope.app.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.csv.CsvFiles;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.core.routing.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    /** The order that the door of the files names. */
    private static final List<EntryKind> ORDER = List.of(
            EntryKind.CALENDARS,
            EntryKind.TEAMS,
            EntryKind.PEOPLE,
            EntryKind.ACCOUNTS,
            EntryKind.CONTACTS,
            EntryKind.ALIASES,
            EntryKind.ABSENCES);

    @Test
    void theSampleFilesMakeACompanyAndItsExportsReadBackTheSame() throws IOException {
        try (RunningApp app =
                RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share()) {
            CsvFiles files = app.get(CsvFiles.class);
            for (EntryKind kind : ORDER) {
                byte[] file = Files.readAllBytes(Path.of("..", "examples", "directory", kind.word() + ".csv"));
                assertThat(files.take(kind, file, "test").created())
                        .as(kind.word())
                        .isPositive();
                assertThat(files.check(
                                kind,
                                files.export(kind, VisibleAccounts.ALL).getBytes(StandardCharsets.UTF_8),
                                VisibleAccounts.ALL))
                        .satisfies(again ->
                                assertThat(again.created() + again.updated()).isZero());
            }
            Directory directory = app.get(Directory.class);
            AccountDetails page = directory.getAccountPage("acme", VisibleAccounts.ALL);
            assertThat(page.people())
                    .extractingByKey("csm")
                    .extracting(Person::name)
                    .isEqualTo("Grace Lee");
            assertThat(page.aliases()).hasSize(3);
            assertThat(directory.mapNames(List.of(new Directory.Name("jira", "acme"))))
                    .containsValue("acme");
            // 08:30 in Prague, in Munich not yet opened, a Monday in Bangalore.
            Instant monday = Instant.parse("2026-03-09T07:30:00Z");
            assertThat(directory.people().stream()
                            .filter(person -> person.isWorking(monday))
                            .map(Person::id))
                    .containsExactly("chitra", "dev", "eliska", "filip", "irena", "jan");
        }
    }
}
