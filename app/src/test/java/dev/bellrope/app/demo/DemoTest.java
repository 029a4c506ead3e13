package dev.bellrope.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.Bellrope;
import dev.bellrope.app.access.Users;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.cli.Server;
import dev.bellrope.app.clocks.Clocks;
import dev.bellrope.app.database.TestDatabase;
import dev.bellrope.app.directory.Directory;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.escalations.store.EscalationFilter;
import dev.bellrope.app.escalations.store.EscalationRow;
import dev.bellrope.app.escalations.store.RecordedEvent;
import dev.bellrope.app.insights.StraightCount;
import dev.bellrope.app.settings.Settings;
import dev.bellrope.core.escalation.Escalation;
import dev.bellrope.core.escalation.Event;
import dev.bellrope.core.escalation.Status;
import dev.bellrope.core.routing.Person;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole fortnight once, then a minute of the live part; the clock stands wherever the test puts it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    private static final Instant NOW = Instant.parse("2026-11-18T13:30:00Z");

    private static TestDatabase database;
    private static Demo demo;
    private static ConfigurableApplicationContext context;
    private static List<String> refused;

    @BeforeAll
    static void moveIn() {
        database = TestDatabase.create();
        Settings settings = Demo.settings(new Settings(
                0,
                Path.of("target", "test-home").toAbsolutePath(),
                URI.create("http://localhost"),
                Optional.of(new Settings.Database(database.url(), database.user(), database.password())),
                Optional.empty(),
                Optional.of(URI.create("smtp://mail.example:25")),
                Optional.empty(),
                Map.of()));
        demo = new Demo(settings, System.out::println);
        demo.clock().standAt(NOW);
        context = Server.start(Bellrope.class, settings, demo.beforeStart(false));
        refused = demo.moveIn(context, NOW);
    }

    @AfterAll
    static void close() {
        context.close();
        database.close();
    }

    @Test
    @Order(1)
    void every_story_fits_the_policy() {
        assertThat(refused).isEmpty();
    }

    @Test
    @Order(1)
    void forty_accounts_and_twenty_five_people_in_six_teams_over_three_zones() {
        Directory directory = context.getBean(Directory.class);
        assertThat(directory.listAccounts("", 1000, "", VisibleAccounts.ALL)).hasSize(40);
        List<Person> people = directory.people();
        assertThat(people).hasSize(25);
        assertThat(people.stream().map(Person::team).distinct()).hasSize(6);
        assertThat(people.stream().map(person -> person.calendar().zone().getId()))
                .containsOnly("Europe/Prague", "America/New_York", "Asia/Singapore");
        assertThat(context.getBean(Users.class).list())
                .hasSize(4)
                .allMatch(user -> user.passwordHash().isPresent());
    }

    @Test
    @Order(1)
    void insights_are_what_counting_one_by_one_gives() {
        new StraightCount(context, NOW).agrees();
    }

    @Test
    @Order(1)
    void escalations_of_every_state_and_band_and_each_the_fold_of_its_history() {
        assertThat(rows().stream().map(EscalationRow::status).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Status.values()).map(Status::word).collect(Collectors.toSet()));
        assertThat(rows().stream().map(EscalationRow::band).collect(Collectors.toSet()))
                .hasSize(4);
        Escalations escalations = context.getBean(Escalations.class);
        for (EscalationRow row : rows()) {
            assertThat(escalations.refold(row.key()))
                    .isEqualTo(escalations.find(row.key()).orElseThrow().state());
            assertThat(escalations.history(row.key(), 0))
                    .isNotEmpty()
                    .allMatch(one -> !one.at().isAfter(NOW));
        }
        Set<Class<?>> seen = new HashSet<>();
        rows().forEach(row -> escalations
                .history(row.key(), 0)
                .forEach(one -> seen.add(one.event().getClass())));
        assertThat(seen)
                .contains(
                        Event.Acknowledged.class,
                        Event.StepValidated.class,
                        Event.HandoffAccepted.class,
                        Event.Decided.class,
                        Event.LevelRaised.class,
                        Event.Paused.class,
                        Event.TargetMissed.class,
                        Event.WatchStarted.class,
                        Event.ReviewRequired.class,
                        Event.Absorbed.class);
    }

    @Test
    @Order(1)
    void who_signs_in_with_one_click_reads_times_in_the_zone_of_the_browser() {
        try (Visitor ana =
                Visitor.stranger(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class))) {
            assertThat(ana.submit("/demo-sign-in", Map.of("name", "ana", "zone", "Asia/Singapore"))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(ana.get("/my-access").body()).contains("Asia/Singapore");
        }
    }

    @Test
    @Order(1)
    void nothing_of_history_goes_out() {
        assertThat(count("select count(*) from mailbox")).isZero();
        assertThat(count("select count(*) from outbox where state in ('waiting', 'held', 'dead', 'gathering')"))
                .isZero();
        assertThat(count("select count(*) from outbox where sent_at > arose_at"))
                .isZero();
        assertThat(count("select count(*) from outbox where state = 'sent'")).isGreaterThan(50);
    }

    @Test
    @Order(2)
    void within_a_minute_one_promise_is_missed_one_escalation_climbs_and_mail_is_in_the_mailbox() {
        LiveDemo live = demo.live(context, NOW, 7);
        Escalations escalations = context.getBean(Escalations.class);
        beats(live, 60);
        List<Escalation> ours = escalations.listOpenStates(VisibleAccounts.ALL, 1000).stream()
                .filter(LiveDemo::isLive)
                .toList();
        assertThat(ours).isNotEmpty();
        List<Event> events = ours.stream()
                .flatMap(one -> escalations.history(one.key(), 0).stream())
                .map(RecordedEvent::event)
                .toList();
        assertThat(events).anyMatch(Event.TargetMissed.class::isInstance);
        assertThat(events).anyMatch(Event.LevelRaised.class::isInstance);
        assertThat(events).anyMatch(Event.Acknowledged.class::isInstance);
        await(() -> count("select count(*) from mailbox") > 0);
        assertThat(count("select count(*) from mailbox m where m.caught_at < '" + NOW + "'"))
                .isZero();
    }

    @Test
    @Order(3)
    void after_a_quarter_of_an_hour_some_are_closed_and_few_are_open() {
        LiveDemo live = demo.live(context, demo.clock().instant(), 8);
        beats(live, 900);
        List<EscalationRow> ours = rows().stream()
                .filter(row -> LiveDemo.isLive(context.getBean(Escalations.class)
                        .find(row.key())
                        .orElseThrow()
                        .state()))
                .toList();
        assertThat(ours.stream().filter(row -> row.status().equals("closed"))).hasSizeGreaterThan(2);
        assertThat(ours.stream().filter(row -> row.overAt().isEmpty()))
                .hasSizeLessThanOrEqualTo(LiveStream.MOST_OPEN + 3);
    }

    private static void beats(LiveDemo live, int seconds) {
        Clocks clocks = context.getBean(Clocks.class);
        for (int second = 0; second < seconds; second++) {
            demo.clock().standAt(demo.clock().instant().plus(Duration.ofSeconds(1)));
            clocks.strikeDue();
            live.tick();
        }
    }

    private static List<EscalationRow> rows() {
        EscalationFilter everything = new EscalationFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, VisibleAccounts.ALL);
        return context.getBean(Escalations.class).list(everything, Long.MAX_VALUE, 1000);
    }

    private static long count(String sql) {
        return context.getBean(JdbcClient.class).sql(sql).query(Long.class).single();
    }

    /** The threads that send go with the real time. */
    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
