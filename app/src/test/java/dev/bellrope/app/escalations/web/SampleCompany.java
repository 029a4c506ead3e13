package dev.bellrope.app.escalations.web;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.SignedIn;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.directory.CsvFiles;
import dev.bellrope.app.directory.Kind;
import dev.bellrope.app.escalations.Escalations;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A running application with the sample directory and the baseline playbook, on a Monday morning in Prague. */
public final class SampleCompany implements AutoCloseable {
    private static final List<Kind> ORDER =
            List.of(Kind.CALENDARS, Kind.TEAMS, Kind.PEOPLE, Kind.ACCOUNTS, Kind.CONTACTS, Kind.ALIASES, Kind.ABSENCES);

    public final SettableClock clock = SettableClock.at("2026-03-09T09:30:00Z");
    public final RunningApp app = RunningApp.with(clock).start();
    private final JsonMapper json = JsonMapper.builder().build();

    public SampleCompany() {
        CsvFiles files = app.get(CsvFiles.class);
        for (Kind kind : ORDER) {
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
    public void ask(String key, Noun noun, String body) {
        SignedIn irena =
                new SignedIn("irena", "Irena Kralova", Role.EXECUTIVE, Set.of(), "irena", ZoneId.of("UTC"), false);
        app.get(Acts.class).act(key, irena, noun, json.readTree(body), OptionalLong.empty());
    }

    public Escalations escalations() {
        return app.get(Escalations.class);
    }

    @Override
    public void close() {
        app.close();
    }
}
