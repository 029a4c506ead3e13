package dev.bellrope.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyPagesTest {
    @Test
    void everyPageAnswersWhenThereIsNothingYet() {
        try (RunningApp app = RunningApp.with(Clock.systemUTC()).share();
                Visitor visitor = Visitor.signedIn(app, Role.AGENT)) {
            for (String path : List.of(
                    "/", "/escalations", "/escalations/new", "/accounts", "/people", "/playbook", "/playbook/new")) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }
}
