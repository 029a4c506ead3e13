package dev.bellrope.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.TestPeople;
import dev.bellrope.core.TestPlaybook;
import dev.bellrope.core.escalation.rule.Decider;
import dev.bellrope.core.playbook.Exit;
import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which command every state allows, what follows from it, and who may give it. */
class LifecycleTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    private static final Playbook PLAYBOOK = new TestPlaybook()
            .closesByHand()
            .criterion("customer-is-told", new Exit.Check.Confirmed())
            .build();
    private static final Roster ROSTER = new Roster(TestPeople.ALL, Map.of(), Map.of());

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("none"), Arrays.stream(Status.values()).map(Status::word))
            .toList();

    /** Every command and every state; x where the state allows it. */
    private static final String ALLOWED = """
            command            none requested declined active resolved watch closed merged
            request             x       -        -       -       -       -     -      -
            open                x       -        -       -       -       -     -      -
            accept              -       x        -       -       -       -     -      -
            decline             -       x        -       -       -       -     -      -
            acknowledge         -       -        -       x       -       -     -      -
            assign              -       -        -       x       x       x     -      -
            hand-off            -       -        -       x       x       x     -      -
            accept-handoff      -       -        -       x       x       x     -      -
            decline-handoff     -       -        -       x       x       x     -      -
            raise-level         -       -        -       x       -       -     -      -
            de-escalate         -       -        -       x       x       -     -      -
            retriage            -       -        -       x       -       -     -      -
            reassess            -       x        -       x       -       -     -      -
            pause               -       -        -       x       -       -     -      -
            resume              -       -        -       x       -       -     -      -
            add-note            -       x        x       x       x       x     x      x
            attach-file         -       x        x       x       x       x     x      x
            send-update         -       -        -       x       x       x     -      -
            ask-decision        -       -        -       x       x       x     -      -
            decide              -       -        -       x       x       x     -      -
            record-workaround   -       -        -       x       x       x     -      -
            record-root-cause   -       -        -       x       x       x     -      -
            set-plan            -       -        -       x       x       x     -      -
            validate-step       -       -        -       x       x       x     -      -
            move-promise        -       -        -       x       x       x     -      -
            waive-target        -       -        -       x       x       x     -      -
            confirm-criterion   -       -        -       x       x       x     -      -
            waive-criterion     -       -        -       x       x       x     -      -
            resolve             -       -        -       x       -       -     -      -
            reopen              -       -        -       -       x       x     x      -
            close               -       -        -       -       x       x     -      -
            merge               -       -        -       x       -       -     -      -
            absorb              -       -        -       x       -       -     -      -
            attach-ticket       -       x        x       x       x       x     x      x
            see-ticket          -       x        x       x       x       x     x      x
            hear-customer       -       x        x       x       x       x     x      x
            strike              -       x        x       x       x       x     x      x
            """;

    /** What follows from every command that a state allows, for an S2 with an owner, from Bellrope's own hand. */
    private static final String FOLLOWS = """
                        none      request           Requested
                        none      open              Opened RoleAssigned RoleAssigned TargetStarted TargetStarted TargetStarted TargetStarted
                        requested accept            AcceptedRequest Opened RoleAssigned RoleAssigned TargetStarted TargetStarted TargetStarted TargetStarted
                        requested decline           Declined
                        requested reassess          Retriaged
                        requested add-note          NoteAdded
                        requested attach-file       Attached
                        requested attach-ticket     TicketAttached
                        requested see-ticket        TicketSeen
                        requested hear-customer     CustomerHeard
                        requested strike            RequestOverdue
                        declined  add-note          NoteAdded
                        declined  attach-file       Attached
                        declined  attach-ticket     TicketAttached
                        declined  see-ticket        TicketSeen
                        declined  hear-customer     CustomerHeard
                        declined  strike            nothing
                        active    acknowledge       Acknowledged TargetMet
                        active    assign            RoleAssigned
                        active    hand-off          HandoffOffered
                        active    accept-handoff    HandoffAccepted RoleAssigned
                        active    decline-handoff   HandoffDeclined
                        active    raise-level       LevelRaised RoleAssigned
                        active    de-escalate       LevelLowered
                        active    retriage          Retriaged TargetMoved TargetMoved TargetMoved TargetMoved
                        active    reassess          Retriaged TargetMoved TargetMoved TargetMoved TargetMoved LevelRaised RoleAssigned
                        active    pause             Paused TargetPaused
                        active    resume            Resumed TargetResumed
                        active    add-note          NoteAdded
                        active    attach-file       Attached
                        active    send-update       UpdateSent Acknowledged TargetMet TargetMet TargetStarted
                        active    ask-decision      DecisionAsked
                        active    decide            Decided
                        active    record-workaround WorkaroundRecorded
                        active    record-root-cause RootCauseRecorded
                        active    set-plan          PlanSet TargetMet
                        active    validate-step     StepValidated
                        active    move-promise      TargetMoved
                        active    waive-target      TargetWaived
                        active    confirm-criterion CriterionMet
                        active    waive-criterion   CriterionWaived
                        active    resolve           Resolved TargetMet TargetMet TargetStopped TargetStopped TargetStarted
                        active    merge             TargetStopped TargetStopped TargetStopped TargetStopped MergedInto
                        active    absorb            Absorbed
                        active    attach-ticket     TicketAttached
                        active    see-ticket        TicketSeen
                        active    hear-customer     CustomerHeard
                        active    strike            TargetWarned
                        resolved  assign            RoleAssigned
                        resolved  hand-off          HandoffOffered
                        resolved  accept-handoff    HandoffAccepted RoleAssigned
                        resolved  decline-handoff   HandoffDeclined
                        resolved  de-escalate       WatchStarted
                        resolved  add-note          NoteAdded
                        resolved  attach-file       Attached
                        resolved  send-update       UpdateSent
                        resolved  ask-decision      DecisionAsked
                        resolved  decide            Decided
                        resolved  record-workaround WorkaroundRecorded
                        resolved  record-root-cause RootCauseRecorded TargetMet
                        resolved  set-plan          PlanSet
                        resolved  validate-step     StepValidated
                        resolved  move-promise      TargetMoved
                        resolved  waive-target      TargetWaived
                        resolved  confirm-criterion CriterionMet
                        resolved  waive-criterion   CriterionWaived
                        resolved  reopen            TargetStopped Reopened TargetStarted TargetStarted TargetStarted TargetStarted
                        resolved  close             TargetStopped Closed ReviewRequired
                        resolved  attach-ticket     TicketAttached
                        resolved  see-ticket        TicketSeen
                        resolved  hear-customer     CustomerHeard
                        resolved  strike            TargetMissed
                        watch     assign            RoleAssigned
                        watch     hand-off          HandoffOffered
                        watch     accept-handoff    HandoffAccepted RoleAssigned
                        watch     decline-handoff   HandoffDeclined
                        watch     add-note          NoteAdded
                        watch     attach-file       Attached
                        watch     send-update       UpdateSent
                        watch     ask-decision      DecisionAsked
                        watch     decide            Decided
                        watch     record-workaround WorkaroundRecorded
                        watch     record-root-cause RootCauseRecorded TargetMet
                        watch     set-plan          PlanSet
                        watch     validate-step     StepValidated
                        watch     move-promise      TargetMoved
                        watch     waive-target      TargetWaived
                        watch     confirm-criterion CriterionMet
                        watch     waive-criterion   CriterionWaived
                        watch     reopen            TargetStopped Reopened TargetStarted TargetStarted TargetStarted TargetStarted
                        watch     close             TargetStopped Closed ReviewRequired
                        watch     attach-ticket     TicketAttached
                        watch     see-ticket        TicketSeen
                        watch     hear-customer     CustomerHeard
                        watch     strike            WatchEnded
                        closed    add-note          NoteAdded
                        closed    attach-file       Attached
                        closed    reopen            Reopened TargetStarted TargetStarted TargetStarted TargetStarted
                        closed    attach-ticket     TicketAttached
                        closed    see-ticket        TicketSeen
                        closed    hear-customer     CustomerHeard
                        closed    strike            nothing
                        merged    add-note          NoteAdded
                        merged    attach-file       Attached
                        merged    attach-ticket     TicketAttached
                        merged    see-ticket        TicketSeen
                        merged    hear-customer     CustomerHeard
                        merged    strike            nothing
                        """;

    /** Who may: an agent who takes no part, the owner, a manager, an executive, somebody without any role. */
    private static final String MAY = """
                        command           agent owner manager executive stranger
                        request               x     x       x         -        -
                        open                  x     x       x         -        -
                        accept                -     -       x         -        -
                        decline               -     -       x         -        -
                        acknowledge           x     x       x         -        -
                        assign                -     -       x         -        -
                        hand-off              -     x       x         -        -
                        accept-handoff        -     -       -         -        -
                        decline-handoff       -     -       -         -        -
                        raise-level           x     x       x         -        -
                        de-escalate           -     -       x         -        -
                        retriage              -     -       x         -        -
                        reassess              -     -       x         -        -
                        pause                 x     x       x         -        -
                        resume                x     x       x         -        -
                        add-note              x     x       x         -        -
                        attach-file           x     x       x         -        -
                        send-update           x     x       x         -        -
                        ask-decision          x     x       x         -        -
                        decide                -     -       x         x        -
                        record-workaround     x     x       x         -        -
                        record-root-cause     x     x       x         -        -
                        set-plan              x     x       x         -        -
                        validate-step         x     x       x         -        -
                        move-promise          x     x       x         -        -
                        waive-target          -     -       x         -        -
                        confirm-criterion     x     x       x         -        -
                        waive-criterion       -     -       -         x        -
                        resolve               x     x       x         -        -
                        reopen                x     x       x         -        -
                        close                 -     -       x         -        -
                        merge                 -     -       x         -        -
                        absorb                -     -       x         -        -
                        attach-ticket         x     x       x         -        -
                        see-ticket            x     x       x         x        x
                        hear-customer         x     x       x         x        x
                        strike                x     x       x         x        x
                        """;

    @Test
    void every_command_has_a_row_and_every_status_a_column() {
        Map<String, List<String>> rows = rows(ALLOWED);
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(words());
        assertThat(words()).hasSize(Command.class.getPermittedSubclasses().length);
        assertThat(Act.values()).extracting(Act::word).containsExactlyInAnyOrderElementsOf(words());
        assertThat(Act.values())
                .<Class<?>>extracting(Act::command)
                .containsExactlyInAnyOrder(Command.class.getPermittedSubclasses());
        assertThat(ALLOWED.lines().findFirst().orElseThrow().split(" +", -1))
                .containsExactlyElementsOf(
                        Stream.concat(Stream.of("command"), COLUMNS.stream()).toList());
    }

    @Test
    void T80_a_state_allows_what_the_table_says_and_refuses_the_rest() {
        Map<String, List<String>> rows = rows(ALLOWED);
        for (int column = 0; column < COLUMNS.size(); column++) {
            String status = COLUMNS.get(column);
            Escalation state = state(status);
            for (Command command : commands()) {
                boolean allowed = Objects.requireNonNull(rows.get(command.word()))
                        .get(column)
                        .equals("x");
                Decision decision = Decider.decide(state, command, situation("system", MONDAY));

                assertThat(Lifecycle.allows(state, command))
                        .as(status + " " + command.word())
                        .isEqualTo(allowed);
                if (!allowed) {
                    assertThat(decision)
                            .as(status + " " + command.word())
                            .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                                assertThat(refused.kind()).isEqualTo(Decision.RefusalKind.STATE);
                                assertThat(refused.why())
                                        .contains(
                                                command.word().equals("open")
                                                                || command.word()
                                                                        .equals("request")
                                                        ? "exists already"
                                                        : command.word());
                            });
                }
            }
        }
    }

    @Test
    void what_follows() {
        List<String> lines = new ArrayList<>();
        for (String status : COLUMNS) {
            for (Command command : commands()) {
                Escalation state = prepared(state(status), command);
                if (Lifecycle.allows(state, command)) {
                    lines.add(String.format(
                                    java.util.Locale.ROOT,
                                    "%-9s %-17s %s",
                                    status,
                                    command.word(),
                                    outcome(state, given(state, command)))
                            .strip());
                }
            }
        }
        assertTable(FOLLOWS, lines);
    }

    @Test
    void who_may() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                java.util.Locale.ROOT,
                "%-17s %5s %5s %7s %9s %8s",
                "command",
                "agent",
                "owner",
                "manager",
                "executive",
                "stranger"));
        for (Command command : commands()) {
            String status = COLUMNS.stream()
                    .filter(column -> column.equals("active") && command.act().isAllowedIn(Status.ACTIVE))
                    .findFirst()
                    .orElseGet(() -> COLUMNS.stream()
                            .filter(column -> Lifecycle.allows(state(column), command))
                            .findFirst()
                            .orElseThrow());
            Escalation state = prepared(state(status), command);
            StringBuilder line = new StringBuilder(String.format(java.util.Locale.ROOT, "%-17s", command.word()));
            int[] widths = {6, 6, 8, 10, 9};
            List<String> who = List.of("lea", "ana", "mia", "vic", "eve");
            for (int i = 0; i < who.size(); i++) {
                boolean refused =
                        Decider.decide(state, given(state, command), situation(who.get(i), at(state, command)))
                                        instanceof Decision.Refused(Decision.RefusalKind kind, String why)
                                && kind == Decision.RefusalKind.PERMISSION;
                line.append(" ".repeat(widths[i] - 1)).append(refused ? "-" : "x");
            }
            lines.add(line.toString().stripTrailing());
        }
        assertTable(MAY, lines);
    }

    @Test
    void what_people_can_ask_for_is_what_the_state_allows_them() {
        for (String status : COLUMNS) {
            Escalation state = state(status);
            List<String> expected = commands().stream()
                    .filter(command -> Lifecycle.allows(state, command))
                    .map(Command::act)
                    .filter(Act::isForPeople)
                    .map(Act::word)
                    .sorted()
                    .toList();
            assertThat(Lifecycle.allowed(state))
                    .extracting(Act::word)
                    .as(status)
                    .isEqualTo(expected);
        }
    }

    private static void assertTable(String expected, List<String> lines) {
        assertThat(String.join("\n", lines)).isEqualTo(expected.stripTrailing());
    }

    private static String outcome(@Nullable Escalation state, Command command) {
        boolean answers = command instanceof Command.AcceptHandoff || command instanceof Command.DeclineHandoff;
        return switch (Decider.decide(state, command, situation(answers ? "bo" : "system", at(state, command)))) {
            case Decision.Accepted(List<Event> events) ->
                events.isEmpty()
                        ? "nothing"
                        : events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(Collectors.joining(" "));
            case Decision.Refused(Decision.RefusalKind kind, String why) -> kind + ": " + why;
        };
    }

    /** The commands, each with its word. */
    private static List<Command> commands() {
        return List.of(
                new Command.Request(
                        "ESC-1",
                        "Orders fail",
                        "",
                        List.of("T-1"),
                        TestPlaybook.judged("customer-asks", "S2", "T2"),
                        ""),
                new Command.Open("ESC-1", "Orders fail", "", List.of("T-1"), TestPlaybook.judged("S2", "T2"), ""),
                new Command.Accept(""),
                new Command.Decline("no outage"),
                new Command.Acknowledge(),
                new Command.Assign("owner", "bo", "knows it"),
                new Command.HandOff("bo", "the disk", "an update", "call"),
                new Command.AcceptHandoff(),
                new Command.DeclineHandoff("busy"),
                new Command.RaiseLevel("the database"),
                new Command.DeEscalate("calm"),
                new Command.Retriage(Severity.S3, "milder"),
                new Command.Reassess(TestPlaybook.judged("S1", "T1"), "S1"),
                new Command.Pause("waiting-on-customer", ""),
                new Command.Resume(""),
                new Command.AddNote(false, "a note"),
                new Command.AttachFile("A1", "pool.png", "image/png", 12, "", ""),
                new Command.SendUpdate("we are on it", "email"),
                new Command.AskDecision("roll back?", List.of(), "vic"),
                new Command.Decide("D1", "", "yes", "small"),
                new Command.RecordWorkaround("by phone"),
                new Command.RecordRootCause("a disk"),
                new Command.SetPlan(List.of(PlanStep.open("1", "replace it", "", null, "")), ""),
                new Command.ValidateStep("1", true, "fast"),
                new Command.MovePromise("root-cause", MONDAY.plusSeconds(86_400), "the part"),
                new Command.WaiveTarget("root-cause", "agreed"),
                new Command.ConfirmCriterion("customer-is-told", "yes"),
                new Command.WaiveCriterion("customer-is-told", "no need"),
                new Command.Resolve("flows again"),
                new Command.Reopen("came back"),
                new Command.Close("done"),
                new Command.Merge("ESC-2"),
                Command.Absorb.of(after(
                        null,
                        new Command.Open(
                                "ESC-2", "Orders fail", "", List.of("T-2"), TestPlaybook.judged("S2", "T2"), ""))),
                new Command.AttachTicket("T-3", "S3", "same cause"),
                new Command.SeeTicket("T-1", true),
                new Command.HearCustomer("S4", "and now?"),
                new Command.Strike(new Alarm("target:nothing:100", 1, MONDAY)));
    }

    private static Set<String> words() {
        return commands().stream().map(Command::word).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The state with what a command takes for granted. */
    private static @Nullable Escalation prepared(@Nullable Escalation state, Command command) {
        Escalation now = state;
        if (now == null || now.status().isOver() || now.status() == Status.REQUESTED) {
            return now;
        }
        return switch (command) {
            case Command.AcceptHandoff ignored -> after(now, new Command.HandOff("bo", "the disk", "", "call"));
            case Command.DeclineHandoff ignored -> after(now, new Command.HandOff("bo", "the disk", "", "call"));
            case Command.Resume ignored
            when now.status() == Status.ACTIVE -> after(now, new Command.Pause("waiting-on-customer", ""));
            case Command.Close ignored -> after(now, new Command.WaiveCriterion("customer-is-told", "no need"));
            case Command.Decide ignored -> after(now, new Command.AskDecision("roll back?", List.of(), "vic"));
            case Command.ValidateStep ignored ->
                after(now, new Command.SetPlan(List.of(PlanStep.open("1", "replace it", "", null, "")), ""));
            case Command.DeEscalate ignored
            when now.status() == Status.ACTIVE -> after(now, new Command.RaiseLevel("the database"));
            default -> now;
        };
    }

    private static Command given(@Nullable Escalation state, Command command) {
        if (state == null) {
            return command;
        }
        return switch (command) {
            case Command.Strike ignored ->
                Alarms.of(state, PLAYBOOK).stream()
                        .min(Comparator.comparing(Alarm::at).thenComparing(Alarm::step))
                        .<Command>map(Command.Strike::new)
                        .orElse(command);
            case Command.MovePromise move
            when state.status() == Status.ACTIVE -> new Command.MovePromise("resolve", move.due(), move.reason());
            case Command.WaiveTarget waive
            when state.status() == Status.ACTIVE -> new Command.WaiveTarget("resolve", waive.reason());
            default -> command;
        };
    }

    private static Instant at(@Nullable Escalation state, Command command) {
        return given(state, command) instanceof Command.Strike(Alarm alarm) ? alarm.at() : MONDAY;
    }

    private static Escalation after(@Nullable Escalation state, Command command) {
        Decision decision = Decider.decide(state, command, situation("system", MONDAY));
        assertThat(decision).as(command.word()).isInstanceOf(Decision.Accepted.class);
        return Objects.requireNonNull(
                Evolution.after(state, MONDAY, "system", ((Decision.Accepted) decision).events()));
    }

    private static @Nullable Escalation state(String status) {
        Map<String, Command> byWord = new LinkedHashMap<>();
        commands().forEach(command -> byWord.put(command.word(), command));
        List<String> way = switch (status) {
            case "none" -> List.of();
            case "requested" -> List.of("request");
            case "declined" -> List.of("request", "decline");
            case "active" -> List.of("open");
            case "resolved" -> List.of("open", "resolve");
            case "watch" -> List.of("open", "resolve", "de-escalate");
            case "closed" -> List.of("open", "resolve", "waive-criterion", "close");
            case "merged" -> List.of("open", "merge");
            default -> throw new IllegalStateException("no way leads to " + status);
        };
        Escalation state = null;
        for (String word : way) {
            state = after(state, Objects.requireNonNull(byWord.get(word)));
        }
        return state;
    }

    private static Situation situation(String who, Instant at) {
        return new Situation(at, TestPeople.actor(who), PLAYBOOK, TestPeople.ACME, ROSTER);
    }

    private static Map<String, List<String>> rows(String table) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        table.lines().skip(1).forEach(line -> {
            List<String> cells = List.of(line.strip().split(" +", -1));
            rows.put(cells.getFirst(), cells.subList(1, cells.size()));
        });
        return rows;
    }
}
