package dev.bellrope.app.escalations.web;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.directory.csv.CsvFiles;
import dev.bellrope.app.directory.entry.EntryKind;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.core.escalation.Act;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A running application with the sample directory and the baseline playbook, on a Monday morning in Prague. */
public final class SampleCompany implements AutoCloseable {
    private static final List<EntryKind> ORDER = List.of(
            EntryKind.CALENDARS,
            EntryKind.TEAMS,
            EntryKind.PEOPLE,
            EntryKind.ACCOUNTS,
            EntryKind.CONTACTS,
            EntryKind.ALIASES,
            EntryKind.ABSENCES);

    public final SettableClock clock = SettableClock.at("2026-03-09T09:30:00Z");
    public final RunningApp app;
    private final JsonMapper json = JsonMapper.builder().build();

    public SampleCompany() {
        this(RunningApp.Start::share);
    }

    /** In an application that starts in another way. */
    public SampleCompany(Function<RunningApp.Start, RunningApp> starting) {
        app = starting.apply(RunningApp.with(clock));
        CsvFiles files = app.get(CsvFiles.class);
        for (EntryKind kind : ORDER) {
            try {
                files.take(
                        kind, Files.readAllBytes(Path.of("..", "examples", "directory", kind.word() + ".csv")), "test");
            } catch (IOException missing) {
                throw new AssertionError(missing);
            }
        }
    }

    /** A manager, who is Filip, the escalation manager. */
    public Visitor manager() {
        return Visitor.signedIn(app, Role.MANAGER, "filip");
    }

    /** An escalation that was just declared; its key. */
    public String declare(Visitor who, String account, String severity, String more) {
        HttpResponse<String> answer = who.post(
                "/api/v1/escalations",
                "{\"account\": \"%s\", \"title\": \"Nobody can pay\", \"severity\": \"%s\"%s}"
                        .formatted(account, severity, more),
                "X-CSRF-TOKEN",
                who.csrf());
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body()).get("key").asString();
    }

    /** Asks as Irena, who is an executive and may do everything; must succeed. */
    public void ask(String key, Act act, String body) {
        CurrentUser irena =
                new CurrentUser("irena", "Irena Kralova", Role.EXECUTIVE, Set.of(), "irena", ZoneId.of("UTC"), false);
        app.get(ActRequests.class).act(key, irena, VisibleAccounts.ALL, act, json.readTree(body), OptionalLong.empty());
    }

    /** Something of everything that an escalation can hold. */
    public void busy(String key) {
        ask(key, Act.ACKNOWLEDGE, "{}");
        ask(key, Act.ADD_NOTE, "{\"text\": \"The connection pool leaks\"}");
        ask(key, Act.SEND_UPDATE, "{\"text\": \"We know what it is and work on it\"}");
        ask(
                key,
                Act.SET_PLAN,
                "{\"steps\": [{\"text\": \"Raise the limit\", \"validation\": \"nobody waits\"}, {\"text\": \"Mend the leak\", \"owner\": \"ben\", \"due\": \"2026-03-10T12:00:00Z\"}]}");
        ask(key, Act.VALIDATE_STEP, "{\"step\": \"2\", \"passed\": true, \"evidence\": \"an hour without waiting\"}");
        ask(key, Act.RECORD_WORKAROUND, "{\"text\": \"Use the batch endpoint\"}");
        ask(key, Act.RECORD_ROOT_CAUSE, "{\"text\": \"A pool that never returns connections\"}");
        ask(
                key,
                Act.ASK_DECISION,
                "{\"question\": \"Roll back to 4.2?\", \"options\": [\"roll back\", \"fix forward\"], \"of\": \"vp-engineering\"}");
        ask(
                key,
                Act.HAND_OFF,
                "{\"to\": \"ana\", \"situation\": \"Half of the nodes are mended\", \"nextAction\": \"The other half\"}");
        ask(key, Act.WAIVE_CRITERION, "{\"criterion\": \"cause-known\", \"reason\": \"known anyhow\"}");
        clock.advance(java.time.Duration.ofMinutes(40));
    }

    public Escalations escalations() {
        return app.get(Escalations.class);
    }

    /** Who owns an escalation that has an owner. */
    public String owner(String key) {
        return escalations().find(key).orElseThrow().state().findOwner().orElseThrow();
    }

    @Override
    public void close() {
        app.close();
    }
}
