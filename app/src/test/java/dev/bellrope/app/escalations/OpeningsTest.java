package dev.bellrope.app.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Scope;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.foresight.Forecast;
import dev.bellrope.app.intake.Intake;
import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.playbook.Playbook;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A playbook that would open too much at once says so before, and does not. */
class OpeningsTest {
    private static final Actor EVA = new Actor("eva", "Eva", Set.of("manager"));
    private static final int ACCOUNTS = 8;

    private static final String EAGER = """
            playbook: eager
            format: v1
            purpose: To hear more than it should.
            owner: nobody
            triggers:
              strange:
                because: a figure looks strange
                hears: [metric.strange]
                severity: S3
            guardrails:
              openings-per-hour: 3
            """;

    private final SettableClock clock = SettableClock.at("2026-03-06T15:30:00Z");
    private RunningApp app;
    private Escalations escalations;

    @BeforeEach
    void start() {
        app = RunningApp.with(clock).share();
        SmallCompany.moveInto(app);
        SmallCompany.addAccounts(app, ACCOUNTS);
        escalations = app.get(Escalations.class);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void T39_whatTooManyWouldOpenInAnHourIsAskedForInsteadAndNothingIsLost() {
        app.get(Playbooks.class).publish(EAGER, "test", "");
        everyAccountIsStrange("one");
        assertThat(withStatus(Status.ACTIVE)).hasSize(3);
        List<Escalation> held = withStatus(Status.REQUESTED);
        assertThat(held).hasSize(ACCOUNTS - 3);
        assertThat(held.getFirst().assessment().reasons().getLast().sentence())
                .isEqualTo("as many escalations opened by themselves in an hour as may, which is 3; it waits for"
                        + " somebody to accept it");
        assertThat(app.client().sql("""
                                select count(distinct escalation_key) from outbox
                                where recipient = 'person:eva' and template = 'request'""").query(Integer.class).single())
                .as("the manager is told of each")
                .isEqualTo(held.size());

        everyAccountIsStrange("again");
        assertThat(withStatus(Status.REQUESTED)).as("a request is joined").hasSize(ACCOUNTS - 3);

        escalations.act(held.getFirst().key(), EVA, new Command.Accept("it is real"), OptionalLong.empty());
        assertThat(withStatus(Status.ACTIVE)).hasSize(4);
    }

    @Test
    void T39_anHourLaterAndUnderANewVersionThereIsRoomAgain() {
        app.get(Playbooks.class).publish(EAGER, "test", "");
        strange("one", 0);
        strange("one", 1);
        strange("one", 2);
        assertThat(strange("one", 3)).singleElement().asString().endsWith(": request");
        clock.advance(Duration.ofMinutes(61));
        assertThat(strange("one", 4)).singleElement().asString().endsWith(": open");

        strange("one", 5);
        strange("one", 6);
        app.get(Playbooks.class).publish(EAGER, "test", "nothing changes but the version");
        assertThat(strange("one", 7)).singleElement().asString().endsWith(": open");
    }

    @Test
    void T39_beforeItIsPublishedItSaysWhatItWouldHaveBegun() {
        everyAccountIsStrange("one");
        clock.advance(Duration.ofHours(2));
        Forecast.ForecastResult openings = app.get(Forecast.class).of(eager(), VisibleAccounts.ALL);
        assertThat(openings.signals()).isEqualTo(ACCOUNTS);
        assertThat(openings.opened()).isEqualTo(3);
        assertThat(openings.held()).isEqualTo(ACCOUNTS - 3);
        assertThat(openings.requested()).isZero();
        assertThat(openings.inForce()).isZero();
        assertThat(openings.triggers()).containsExactly(new Forecast.ForecastCount("strange", ACCOUNTS));
        assertThat(openings.accounts()).hasSize(5).allMatch(one -> one.times() == 1);
        assertThat(openings.first()).hasSize(5);
        assertThat(withStatus(Status.ACTIVE)).isEmpty();

        try (Visitor program = Visitor.withToken(app, Scope.ESCALATIONS_WRITE);
                Visitor agent = Visitor.signedIn(app, Role.AGENT)) {
            assertThat(program.send(
                                    "POST",
                                    "/api/v1/playbook/preview",
                                    BodyPublishers.ofString(EAGER),
                                    "Content-Type",
                                    "text/yaml")
                            .body())
                    .contains("\"opened\":3", "\"held\":5", "\"inForce\":0");
            assertThat(agent.submit("/playbook/new", Map.of("text", EAGER, "act", "check"))
                            .body())
                    .contains("it would have begun 8", "5 of them would wait to be accepted", "strange 8");
        }

        clock.advance(Duration.ofDays(8));
        assertThat(app.get(Forecast.class).of(eager(), VisibleAccounts.ALL).signals())
                .isZero();
    }

    private Playbook eager() {
        return Objects.requireNonNull(app.get(Playbooks.class).check(EAGER).playbook());
    }

    private void everyAccountIsStrange(String id) {
        for (int account = 0; account < ACCOUNTS; account++) {
            strange(id, account);
        }
    }

    private List<String> strange(String id, int account) {
        return app.get(Intake.class)
                .hear(SmallCompany.signal(
                        id + account, "metric.strange", "account" + account, "", clock.instant(), Map.of()))
                .heard()
                .did();
    }

    private List<Escalation> withStatus(Status status) {
        return escalations.listOpenStates(VisibleAccounts.ALL, 100).stream()
                .filter(one -> one.status() == status)
                .toList();
    }
}
