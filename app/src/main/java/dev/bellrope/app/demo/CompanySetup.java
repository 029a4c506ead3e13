package dev.bellrope.app.demo;

import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.alarms.AlarmTable;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.directory.csv.CsvFiles;
import dev.bellrope.app.directory.csv.ImportResult;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.messages.Messages;
import dev.bellrope.app.playbooks.Playbooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Sets up the company in an empty database: its people, the playbook, a fortnight of history, and the playbook of the
 * live part.
 */
final class CompanySetup {
    static final Duration HISTORY = Duration.ofDays(15);
    static final String LIVE = "northwind-live";
    private static final String BY = "demo";
    private static final List<EntryKind> ORDER = List.of(
            EntryKind.CALENDARS,
            EntryKind.TEAMS,
            EntryKind.PEOPLE,
            EntryKind.ACCOUNTS,
            EntryKind.CONTACTS,
            EntryKind.ALIASES,
            EntryKind.ABSENCES);
    private static final List<String> CHAPTERS = List.of("closed.yaml", "open.yaml");

    private final ApplicationContext context;
    private final MovableClock clock;
    private final Consumer<String> tell;

    /**
     * Creates the setup.
     *
     * @param tell receives lines about the progress
     */
    CompanySetup(ApplicationContext context, MovableClock clock, Consumer<String> tell) {
        this.context = context;
        this.clock = clock;
        this.tell = tell;
    }

    /** Whether this database has been set up completely. */
    static boolean isDone(ApplicationContext context) {
        return context.getBean(Playbooks.class).list().stream()
                .anyMatch(version -> version.name().equals(LIVE));
    }

    /**
     * Sets up the company; afterwards the clock stands at {@code now}.
     *
     * @return which parts of the history could not be performed, and why; empty if the stories fit the policy
     */
    List<String> moveIn(Instant now) {
        // Only the history may move or strike anything while time stands still.
        SmartLifecycle striker = context.getBean("striker", SmartLifecycle.class);
        Messages messages = context.getBean(Messages.class);
        striker.stop();
        messages.rest();
        clock.standAt(now.minus(HISTORY));
        people(now);
        publish("usual.yaml", "how we work");
        List<String> refused = history(now);
        messages.takeAsSent("told at the time; history is not sent again");
        publish("live.yaml", "for the demo: promises of seconds, so that there is something to watch");
        striker.start();
        messages.goOn();
        return refused;
    }

    private void people(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        CsvFiles files = context.getBean(CsvFiles.class);
        Map<EntryKind, Integer> counts = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : ORDER) {
            byte[] file = DemoFiles.dated(kind.word() + ".csv", today).getBytes(StandardCharsets.UTF_8);
            ImportResult imported = files.take(kind, file, BY);
            counts.put(kind, imported.created());
        }
        DemoUsers.add(context.getBean(Users.class));
        tell.accept("Moving in: " + counts.get(EntryKind.ACCOUNTS) + " accounts, " + counts.get(EntryKind.PEOPLE)
                + " people in " + counts.get(EntryKind.TEAMS) + " teams over " + counts.get(EntryKind.CALENDARS)
                + " time zones");
    }

    private void publish(String file, String note) {
        context.getBean(Playbooks.class)
                .publish(DemoFiles.text(file) + DemoFiles.text("company.yaml"), "Ada Novotná", note);
    }

    private List<String> history(Instant now) {
        tell.accept("Living through a fortnight of history, on the engine that runs live ...");
        Escalations escalations = context.getBean(Escalations.class);
        List<Story> stories = new ArrayList<>();
        CHAPTERS.forEach(chapter -> stories.addAll(Story.read(chapter, now)));
        DemoHistory history = new DemoHistory(
                context.getBean(Intake.class),
                escalations,
                context.getBean(AlarmTable.class),
                context.getBean(Clocks.class),
                clock,
                new Cast(context.getBean(Directory.class)));
        List<String> refused = history.play(stories, now);
        tell.accept(stories.size() + " stories, "
                + escalations.listOpenStates(VisibleAccounts.ALL, 1000).size() + " escalations are open");
        return refused;
    }
}
