package dev.bellrope.app.directory.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.Entries;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Entry;
import dev.bellrope.app.directory.entry.Entry.AccountEntry;
import dev.bellrope.app.directory.entry.Entry.CalendarEntry;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.directory.entry.Flaw;
import dev.bellrope.app.directory.entry.StoredEntry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    private static RunningApp app;
    private static CsvFiles files;
    private static Entries entries;
    private static Directory directory;

    @BeforeAll
    static void start() {
        app = RunningApp.with(SettableClock.at("2026-03-06T15:30:00Z")).share();
        files = app.get(CsvFiles.class);
        entries = app.get(Entries.class);
        directory = app.get(Directory.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @AfterEach
    void empty() {
        app.client()
                .sql("truncate account, account_contact, account_alias, calendar, team, person, absence")
                .update();
        app.client()
                .sql("update directory_revision set revision = nextval('directory_revision_number')")
                .update();
    }

    private static ImportResult take(EntryKind kind, String text) {
        return files.take(kind, text.getBytes(StandardCharsets.UTF_8), "test");
    }

    private static ImportResult result(EntryKind kind, int created, int updated, int unchanged) {
        return new ImportResult(kind, created, updated, unchanged, "UTF-8", "comma");
    }

    private static BadInput refused(EntryKind kind, byte[] file) {
        BadInput refused = catchThrowableOfType(BadInput.class, () -> files.take(kind, file, "test"));
        assertThat(refused).as("must be refused").isNotNull();
        return refused;
    }

    private static int rows(String table) {
        return app.client()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '!', textBlock = """
            ACCOUNTS  ! id,nmae\\na,A                          ! line 1, nmae is no column. Did you mean name?
            ACCOUNTS  ! name\\nA                               ! line 1, id is missing from the header
            ACCOUNTS  ! id,name,id\\na,A,b                     ! line 1, id is there twice
            ACCOUNTS  ! ''                                     ! line 1, the file is empty
            ACCOUNTS  ! id,name\\na,A,x                        ! line 2, has 3 cells, but the header has 2
            ACCOUNTS  ! id,name\\na,                           ! line 2, name is missing
            ACCOUNTS  ! id,name\\na,A\\nb,B\\na,C               ! line 4, id "a": is in this file twice, first in line 2
            ACCOUNTS  ! id,name\\na/b,A                        ! line 2, id "a/b": is no id
            ACCOUNTS  ! id,name\\na,x\\0y                      ! holds a character that is none
            ACCOUNTS  ! id,name,person.csm\\na,A,nobody        ! line 2, person.csm "nobody": there is no person of that id
            ACCOUNTS  ! id,name,fact.the value\\na,A,1         ! cannot be the name of a fact
            ACCOUNTS  ! id,name,fact.v\\na,A,1e99              ! line 2, fact.v "1.0E99": is too great a number
            ACCOUNTS  ! id,name\\n\"a,A                        ! line 2, this row cannot be read
            CONTACTS  ! account,id,name\\nnone,b,B             ! line 2, account "none": there is no account of that id
            CONTACTS  ! account,id,name,email\\nx,b,B,ana@     ! email "ana@": is no e-mail address; accepted is one such as
            CONTACTS  ! account,id,name,zone\\nx,b,B,+02:00    ! zone "+02:00": is no time zone; accepted is a region such as
            CONTACTS  ! account,id,name,zone\\nx,b,B,Mars      ! zone "Mars": is no time zone
            CONTACTS  ! account,id,name,language\\nx,b,B,e     ! language "e": is no language
            CONTACTS  ! account,id,name,position\\nx,b,B,two   ! position "two": is no whole number
            PEOPLE    ! id,name,seniority\\na,A,6              ! line 2, seniority "6": is outside of 1 to 5
            PEOPLE    ! id,name,backup\\na,A,a                 ! nobody stands in for themselves
            PEOPLE    ! id,name,calendar\\na,A,nowhere         ! calendar "nowhere": there is no calendar of that id
            PEOPLE    ! id,name,team\\na,A,none                ! team "none": there is no team of that id
            CALENDARS ! id,zone,hours\\na,UTC,mon 9-5          ! hours "mon 9-5":
            CALENDARS ! id,zone,hours\\na,UTC,mon              ! accepted are 24x7, or days and their hours such as
            CALENDARS ! id,zone,hours,country\\na,UTC,24x7,XX  ! country "XX": is no country whose holidays are known; accepted are
            CALENDARS ! id,zone,hours,holidays\\na,UTC,24x7,31.12.  ! holidays "31.12.":
            CALENDARS ! id,zone,hours,worked\\na,UTC,24x7,31.12.    ! worked "31.12.": cannot be read; accepted are days such as
            CALENDARS ! id,zone,hours,special_hours\\na,UTC,24x7,31.12. 9-12 ! special_hours "31.12. 9-12": "31.12. 9-12" is no date with its hours
            CALENDARS ! id,zone,hours,special_hours\\na,UTC,24x7,2026-12-24 08:00-12:00|2026-12-24 09:00-10:00 ! are given twice for that date
            CALENDARS ! id,zone,hours,icalendar\\na,UTC,24x7,x      ! icalendar
            ABSENCES  ! person,from,until\\np,2026-13-01,2026-12-31 ! from "2026-13-01": is no time; accepted is a day such as
            ABSENCES  ! person,from,until\\np,2026-12-31,2026-12-30 ! until "2026-12-30": must be after 2026-12-31
            ACCOUNTS  ! id,name,\\na,A,x                       ! line 2, has 3 cells, but the header has 2
            ACCOUNTS  ! id,,name\\na,x,A                       ! line 2, "x": is in column 2, which has no name in the header
            ACCOUNTS  ! id,name,plan\\na,A                     ! line 2, has 2 cells, but the header has 3
            ALIASES   ! source,alias,account\\nz,Acme,none     ! account "none": there is no account of that id
            """)
    void refusesAFileAndNamesLineColumnValueAndWhatIsAccepted(EntryKind kind, String text, String message) {
        String file = text.replace("\\n", "\n").replace("\\0", "\0").replace("\\\"", "\"");
        BadInput refused = refused(kind, file.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.flaws().stream().map(Flaw::toString).collect(Collectors.joining("\n")))
                .contains(message);
        assertThat(rows("account") + rows("account_contact") + rows("person") + rows("calendar") + rows("absence"))
                .isZero();
    }

    @Test
    void aBrokenRow5000ImportsNothingAndNamesTheRowTheColumnAndTheReason() {
        String file = IntStream.rangeClosed(2, 6000)
                .mapToObj(line -> "c" + line + ",Customer " + line + "," + (line == 5000 ? "not\0good" : "EU"))
                .collect(Collectors.joining("\n", "id,name,region\n", "\n"));
        assertThat(refused(EntryKind.ACCOUNTS, file.getBytes(StandardCharsets.UTF_8))
                        .flaws())
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.line()).isEqualTo(5000);
                    assertThat(flaw.column()).isEqualTo("region");
                    assertThat(flaw.message()).contains("NUL");
                });
        assertThat(rows("account")).isZero();
        assertThat(take(EntryKind.ACCOUNTS, file.replace("\0", ""))).isEqualTo(result(EntryKind.ACCOUNTS, 5999, 0, 0));
    }

    @Test
    void listsTheFirstHundredFlawsAndCountsTheOthers() {
        String file =
                IntStream.range(0, 250).mapToObj(n -> "c" + n + ",").collect(Collectors.joining("\n", "id,name\n", ""));
        BadInput refused = refused(EntryKind.ACCOUNTS, file.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.flaws()).hasSize(100);
        assertThat(refused.more()).isEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void findsOutTheCharacterSetAndSaysIt(String charset) {
        byte[] file = "id,name\nmueller,M\u00fcller\n".getBytes(Charset.forName(charset));
        assertThat(files.take(EntryKind.ACCOUNTS, file, "test").charset()).isEqualTo(charset);
        assertThat(directory.getAccount("mueller").name()).isEqualTo("M\u00fcller");
    }

    @Test
    void namesTheLineThatIsInNoCharacterSet() {
        byte[] undefined = "id,name\na,A\nb,\u009d\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(EntryKind.ACCOUNTS, undefined).flaws().getFirst().toString())
                .startsWith("line 3, is not UTF-8 (nor windows-1252)");
        byte[] damaged = "id,name\na,\u00c3\u00bc\nb,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(EntryKind.ACCOUNTS, damaged).flaws().getFirst().toString())
                .startsWith("line 3, is not UTF-8");
        byte[] odd = "\uFEFFid,name\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused(EntryKind.ACCOUNTS, Arrays.copyOf(odd, odd.length - 1))
                        .flaws()
                        .getFirst()
                        .toString())
                .contains("is not UTF-16LE");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "id,name,plan\nk,K,gold\n,,\n , ,\n",
                "\n,,,\nid,name,plan\n\n,\nk,K,gold\n",
                "id,name,plan,,\nk,K,gold,,\n,,,,\n",
                "id,,name,plan\nk,,K,gold\n",
                "id,name,plan\nk,K,gold,,,\n",
                "id\tname\tplan\t\nk\tK\tgold\n\t\t\n",
                "id;name;plan;;\nk;K;gold\n;;;;\n",
            })
    void whatIsEmptyInASpreadsheetDoesNotCount(String file) {
        ImportResult taken = take(EntryKind.ACCOUNTS, file);
        assertThat(List.of(taken.created(), taken.updated(), taken.unchanged())).containsExactly(1, 0, 0);
        assertThat(directory.getAccount("k").plan()).isEqualTo("gold");
        assertThat(directory.getAccount("k").name()).isEqualTo("K");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1250000,50    | 1250000.5
            1.250.000,50  | 1250000.5
            -1 250 000,5  | -1250000.5
            1.250.000     | 1250000
            1250000.5     | 1250000.5
            250000        | 250000
            0,25          | 0.25
            """)
    void aFileOfSemicolonsHasDecimalCommasInNumbers(String cell, double value) {
        take(EntryKind.ACCOUNTS, "id;name;fact.lifetime_value;fact.note\nk;K;" + cell + ";1,5\n");
        assertThat(directory.getAccount("k").facts().get("lifetime_value"))
                .isInstanceOfSatisfying(
                        Number.class, number -> assertThat(number.doubleValue()).isEqualTo(value));
        assertThat(directory.getAccount("k").facts()).containsEntry("note", "1,5");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ; | lifetime_value | 1.250           | may be 1250 or 1,250 in a file of semicolons
            ; | lifetime_value | $1,234,567.50   | is no number, and lifetime_value is one; accepted are
            ; | lifetime_value | 1,234,567.50    | is no number, and lifetime_value is one; accepted are
            ; | renewal        | 31.12.2026      | is no time, and renewal is one; accepted are
            , | renewal        | 12/31/2026      | is no time, and renewal is one; accepted are
            , | renewal        | 2026-02-30      | is no time, and renewal is one; accepted are
            , | risk           | high            | is no number, and risk is one; accepted are
            , | influence      | true            | is no number, and influence is one; accepted are
            """)
    void aNumberOrADayThatNoPlaybookCouldReadIsRefusedByCell(
            String separator, String fact, String cell, String message) {
        String file = "id,name,fact.%s\na,A,\nk,K,%s\n".replace(",", separator).formatted(fact, cell);
        assertThat(refused(EntryKind.ACCOUNTS, file.getBytes(StandardCharsets.UTF_8))
                        .flaws())
                .singleElement()
                .extracting(Flaw::toString)
                .asString()
                .startsWith("line 3, fact." + fact + " \"" + cell + "\": ")
                .contains(message);
        assertThat(rows("account")).isZero();
    }

    @Test
    void takesAByteOrderMarkSemicolonsAndQuotedNewLines() {
        take(EntryKind.ACCOUNTS, "\uFEFFid;name;fact.note\r\na;\"One, \"\"A\"\"\";\"two\nlines\"\r\n");
        assertThat(directory.getAccount("a").name()).isEqualTo("One, \"A\"");
        assertThat(directory.getAccount("a").facts()).isEqualTo(Map.of("note", "two\nlines"));
    }

    @Test
    void theSameFileTwiceChangesNothingAndAFileWithFewerColumnsLeavesTheOthersAlone() {
        String file = "id,name,plan,fact.value,fact.code\na,A,gold,5,007\nb,B,,2.50,x\n";
        assertThat(take(EntryKind.ACCOUNTS, file)).isEqualTo(result(EntryKind.ACCOUNTS, 2, 0, 0));
        assertThat(take(EntryKind.ACCOUNTS, file)).isEqualTo(result(EntryKind.ACCOUNTS, 0, 0, 2));
        assertThat(take(EntryKind.ACCOUNTS, "id,name,fact.value\na,AA,\nb,B,2.5\n"))
                .isEqualTo(result(EntryKind.ACCOUNTS, 0, 1, 1));
        assertThat(directory.getAccount("a").plan()).isEqualTo("gold");
        assertThat(directory.getAccount("a").facts()).isEqualTo(Map.of("code", "007"));
        assertThat(directory.getAccount("b").facts()).isEqualTo(Map.of("code", "x", "value", 2.5));
    }

    @Test
    void onlyCheckingSaysWhatWouldHappenAndWritesNothing() {
        byte[] file = "id,name\na,A\n".getBytes(StandardCharsets.UTF_8);
        assertThat(files.check(EntryKind.ACCOUNTS, file, VisibleAccounts.ALL))
                .isEqualTo(result(EntryKind.ACCOUNTS, 1, 0, 0));
        assertThat(rows("account")).isZero();
    }

    @Test
    void peopleOfOneFileMayStandInForEachOtherInAnyOrder() {
        assertThat(take(EntryKind.PEOPLE, "id,name,backup,duties\na,A,b,escalation-manager|vp-engineering\nb,B,a,\n"))
                .isEqualTo(result(EntryKind.PEOPLE, 2, 0, 0));
        assertThat(directory.findPerson("a").orElseThrow().duties())
                .containsExactlyInAnyOrder("escalation-manager", "vp-engineering");
    }

    @Test
    void anExportGivesASpreadsheetNothingToCalculateAndReadsBackTheSame() {
        entries.put(
                new AccountEntry("a", "=HYPERLINK(\"x\")", "+1", "", Map.of("delta", -5, "note", "@SUM(A1)"), Map.of()),
                OptionalLong.empty(),
                "test");
        String file = files.export(EntryKind.ACCOUNTS, VisibleAccounts.ALL);
        assertThat(file).isEqualToNormalizingNewlines("""
                        id,name,plan,region,fact.delta,fact.note
                        a,"'=HYPERLINK(""x"")",'+1,,'-5,'@SUM(A1)
                        """);
        assertThat(take(EntryKind.ACCOUNTS, file)).isEqualTo(result(EntryKind.ACCOUNTS, 0, 0, 1));
    }

    /** Texts of the letters that quoting, formulas, JSON and lists give a meaning to, from fixed seeds. */
    @Test
    void T72_T76_anImportTellsNobody() throws IOException {
        for (EntryKind kind : List.of(
                EntryKind.CALENDARS,
                EntryKind.TEAMS,
                EntryKind.PEOPLE,
                EntryKind.ACCOUNTS,
                EntryKind.CONTACTS,
                EntryKind.ALIASES,
                EntryKind.ABSENCES)) {
            byte[] file = Files.readAllBytes(Path.of("..", "examples", "directory", kind.word() + ".csv"));
            assertThat(files.take(kind, file, "test").created()).isPositive();
            files.take(kind, file, "test");
        }
        for (String table : List.of("outbox", "inbox", "webhook_delivery", "escalation")) {
            assertThat(app.client()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void whateverIsExportedReadsBackTheSameIntoAnEmptyDirectory() {
        Random random = new Random(20_260_306);
        for (int i = 0; i < 300; i++) {
            Map<String, Object> facts = Map.of("a", fact(random), "b", fact(random));
            entries.put(
                    new AccountEntry("a" + i, "n" + text(random), text(random), text(random), facts, Map.of()),
                    OptionalLong.empty(),
                    "test");
        }
        readsBack(EntryKind.ACCOUNTS);
    }

    @Test
    void aCalendarWithItsFileOfHolidaysReadsBackTheSame() {
        String icalendar =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260501\r\nSUMMARY:Day, off\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        entries.put(
                new CalendarEntry(
                        "c",
                        "Europe/Berlin",
                        "mon-fri 09:00-17:00",
                        "DE",
                        "BY",
                        List.of("2026-12-24 Eve; or so", "*-12-31"),
                        List.of("2026-11-01"),
                        List.of("2026-12-23 09:00-11:00 12:00-13:00", "*-12-30 09:00-12:00"),
                        icalendar),
                OptionalLong.empty(),
                "test");
        readsBack(EntryKind.CALENDARS);
    }

    private void readsBack(EntryKind kind) {
        List<Entry> before = list(kind);
        String file = files.export(kind, VisibleAccounts.ALL);
        empty();
        assertThat(take(kind, file).created()).isEqualTo(before.size());
        assertThat(list(kind)).isEqualTo(before);
        assertThat(files.export(kind, VisibleAccounts.ALL)).isEqualTo(file);
    }

    private static List<Entry> list(EntryKind kind) {
        return entries.<Entry>list(kind, "", List.of(""), VisibleAccounts.ALL, 1000).stream()
                .map(StoredEntry::entry)
                .toList();
    }

    private static String text(Random random) {
        String letters = "a1 =+-@'\",;|\n\t.e{}[]\u00e9";
        return random.ints(random.nextInt(6), 0, letters.length())
                .mapToObj(letter -> String.valueOf(letters.charAt(letter)))
                .collect(Collectors.joining());
    }

    private static Object fact(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(1000) - 500;
            case 1 -> random.nextDouble() * 1e6;
            case 2 -> random.nextBoolean();
            case 3 -> List.of(text(random), Map.of("x", random.nextInt(9)));
            default -> text(random);
        };
    }
}
