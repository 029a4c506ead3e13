package dev.bellrope.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.Tokens;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.clocks.Clocks;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The five minutes of the README, command by command as they are written there. Only the sleep is a move of the clock. */
class ReadmeWalkTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^(?:sleep (?<seconds>\\d+)"
            + "|(?<administrator>TOKEN=\\$ADMINISTRATOR )?(?:TYPE=(?<type>\\S+) )?rope (?:-X (?<method>\\w+) +)?"
            + "\\$BELLROPE(?<path>/\\S+)(?: -d '(?<body>[^']*)'| --data-binary @(?<file>\\S+))?)");

    private final SettableClock clock = SettableClock.at("2026-11-21T12:42:13Z");
    private final RunningApp app = RunningApp.with(clock).start();
    private final Visitor administrator = program(Role.ADMINISTRATOR);
    private final Visitor manager = program(Role.MANAGER);

    @AfterEach
    void stop() {
        administrator.close();
        manager.close();
        app.close();
    }

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws IOException {
        List<Integer> closings = new ArrayList<>();
        Matcher command = COMMAND.matcher(Files.readString(Repository.file("README.md")));
        int commands = 0;
        while (command.find()) {
            commands++;
            if (command.group("seconds") != null) {
                clock.advance(Duration.ofSeconds(Long.parseLong(command.group("seconds"))));
                app.get(Clocks.class).strikeDue();
                continue;
            }
            HttpResponse<String> answer = run(command);
            if (command.group("path").endsWith("/closing")) {
                closings.add(answer.statusCode());
            } else {
                assertThat(answer.statusCode())
                        .as(command.group() + "\n" + answer.body())
                        .isBetween(200, 299);
            }
            if (command.group("path").equals("/signals")) {
                assertThat(answer.body()).contains("ESC-1001: open");
            }
        }
        assertThat(commands).isGreaterThan(15);
        assertThat(closings).containsExactly(409, 200);
        assertThat(manager.get("/api/v1/escalations/ESC-1001/timeline").body())
                .contains("flagged-at-intake", "Ana Novak", "L1 -> L2", "closed");
    }

    private HttpResponse<String> run(Matcher command) throws IOException {
        Visitor who = command.group("administrator") == null ? manager : administrator;
        return who.send(
                Optional.ofNullable(command.group("method")).orElse("GET"),
                "/api/v1" + command.group("path"),
                body(command),
                "Content-Type",
                Optional.ofNullable(command.group("type")).orElse("application/json"));
    }

    private static BodyPublisher body(Matcher command) throws IOException {
        if (command.group("file") != null) {
            return BodyPublishers.ofString(Files.readString(Repository.file(command.group("file"))));
        }
        return command.group("body") == null ? BodyPublishers.noBody() : BodyPublishers.ofString(command.group("body"));
    }

    private Visitor program(Role role) {
        return Visitor.withToken(
                app, app.get(Tokens.class).issue(role.word(), role, EnumSet.allOf(Scope.class), Optional.empty()));
    }
}
