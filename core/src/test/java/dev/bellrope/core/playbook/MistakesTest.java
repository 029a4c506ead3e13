package dev.bellrope.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.playbook.reader.PlaybookKeys;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.yaml.PlaybookProblem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake a row; {@code »} stands before the character at which it must be found. */
class MistakesTest {
    private static final String HEAD = "playbook: t\nformat: v1\npurpose: p\nowner: o\n";
    private static final String FORMS = "days, hours, minutes, seconds like 15m, 2h, 1h 30m or 2d";

    /** A null for {@code accepted} stands for whatever is accepted. */
    record Row(String yaml, String message, @Nullable String accepted) {
        @Override
        public String toString() {
            return yaml.strip().replaceAll("\\s*\\n\\s*", " / ") + " -> " + message;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                // the top
                row(
                        "»colour: red",
                        "'colour' is unknown here",
                        "one of " + String.join(", ", PlaybookKeys.PLAYBOOK.keys())),
                row("»triggrs: {}", "'triggrs' is unknown here", "did you mean 'triggers'?"),
                row("»triggers:", "a map is needed here, but there is nothing", ""),
                row("triggers: »[a]", "a map is needed here, but it is a list", ""),
                // facts
                row(
                        "facts: { »signal: { x: text } }",
                        "'signal' has no facts besides those that it comes with",
                        "one of account, ticket"),
                row(
                        "facts: { ticket: { machine: »string } }",
                        "'string' is no kind of fact",
                        "one of text, whole, number, truth, time, texts, anything"),
                // calendars
                row(
                        "calendars: { »owner: { hours: 24x7 } }",
                        "a calendar cannot be called 'owner': that means the hours of the owner",
                        ""),
                row(
                        "calendars: { »always: { zone: UTC, hours: { mon: [\"08:00-12:00\"] } } }",
                        "'always' means round the clock and nothing else",
                        "another name for this calendar"),
                row(
                        "calendars: { »team: { hours: { mon: [\"08:00-12:00\"] } } }",
                        "'zone' is missing: hours are by somebody's clock",
                        "an IANA zone such as Europe/Prague"),
                row(
                        "calendars: { team: { zone: UTC, hours: »{ mon-fri: [\"08:00-12:00\"], mon: [\"09:00-10:00\"] } } }",
                        "the hours of mon are given twice, the second time by \"mon\"",
                        ""),
                row(
                        "calendars: { team: { zone: UTC, hours: »9to5 } }",
                        "\"9to5\" is no week",
                        "24x7, or days with their hours such as mon-fri: [08:00-12:00, 13:00-17:00]"),
                row(
                        "calendars: { team: { zone: UTC, hours: 24x7, holidays: { »region: BY } } }",
                        "a 'region' is part of a country",
                        "country: an ISO 3166 code such as DE"),
                row(
                        "calendars: { team: { zone: UTC, hours: 24x7, special-hours: [ »2026-12-24 ] } }",
                        "\"2026-12-24\" is no date with its hours",
                        "2026-12-24 08:00-12:00, *-12-31 08:00-11:00 12:00-14:00 (every year)"),
                row(
                        "calendars: { team: { zone: UTC, hours: 24x7, special-hours: »[ 2026-12-24 08:00-12:00, 2026-12-24 09:00-10:00 ] } }",
                        "the hours of \"2026-12-24 09:00-10:00\" are given twice for that date",
                        ""),
                row(
                        "calendars: { »team: { hours: 24x7, special-hours: [ 2026-12-24 08:00-12:00 ] } }",
                        "'zone' is missing: hours are by somebody's clock",
                        "an IANA zone such as Europe/Prague"),
                // account value
                row(
                        "account-value: { criteria: {}, bands: { strategic: »120, key: 50, growth: 30 } }",
                        "the bands fall from strategic to standard within 100..0, but it is '120'",
                        "at most 100"),
                row(
                        "account-value: { criteria: {}, bands: { strategic: 80, key: 50, growth: 30, standard: »10 } }",
                        "the standard band begins at 0",
                        "0"),
                row(
                        "account-value: { criteria: {}, bands: { strategic: 80, key: »50d, growth: 30 } }",
                        "'50d' is no number",
                        ""),
                row(
                        "account-value: { bands: { strategic: 80, key: 50, growth: 30 }, criteria: { a: { weight: 1,"
                                + " score: account.risk, scale: »{} } } }",
                        "the scale has no points",
                        "breakpoints like { 0: 0, 250000: 50, 2000000: 100 }"),
                // plans
                row(
                        "plans: { »gold: { calendar: always } }",
                        "the plan promises nothing",
                        "first-reply, next-reply, resolve"),
                row("plans: { gold: { resolve: »4 hours } }", "'4 hours' is not a length of time", FORMS),
                row(
                        "plans: { gold: { resolve: »0m } }",
                        "a promise of no time at all cannot be kept",
                        "a length of time like 15m, 2h or 2d"),
                // tiers, issue types
                row(
                        "response-tiers: { »T1: { otherwise: true, when: severity == S1 }, T2: { otherwise: true } }",
                        "only the last tier may hold for everything else",
                        "when: a condition"),
                row(
                        "issue-types: { a: { when: ticket.»kid == \"x\", resolved-means: x } }",
                        "ticket has no 'kid'",
                        "did you mean 'kind'?"),
                row("issue-types: { »a: { impact: degraded } }", "'resolved-means' is missing", ""),
                // triggers
                row(
                        "triggers: { a: { because: x, hears: »Slo Missed } }",
                        "'Slo Missed' is no kind of signal",
                        "dotted words such as ticket.opened, or a family such as monitor.*"),
                row(
                        "triggers: { a: { because: x, hears: slo.missed, »answer-within: 5m } }",
                        "'answer-within' means nothing without 'accept-by'",
                        ""),
                row(
                        "triggers: { a: { because: x, hears: slo.missed, when: »escalation.reopened > 1 } }",
                        "'escalation' is no fact and no word that is known here",
                        null),
                row(
                        "triggers: { a: { because: x, hears: slo.missed, escalates: »acount } }",
                        "'acount' is no kind of escalation",
                        "did you mean 'account'?"),
                // targets
                row(
                        "targets: { »acknowledge: {} }",
                        "'acknowledge' promises nothing",
                        "a length of time for S1, S2, S3, S4 or otherwise"),
                row(
                        "targets: { acknowledge: { S1: 5m, warn: »50 } }",
                        "'50' is no share of a budget",
                        "a percentage from 1% to 99%"),
                row(
                        "targets: { »acknowlege: { S1: 5m } }",
                        "'acknowlege' is unknown here",
                        "did you mean 'acknowledge'?"),
                // routes
                row(
                        "routes: { »a: { team: x }, b: { team: y } }",
                        "a route without 'when' matches everything, so the routes below it are never reached",
                        ""),
                row(
                        "routes: { a: { meeting: »daily 29:00 } }",
                        "'daily 29:00' is no meeting",
                        "every 4h, daily 09:30, weekly mon 10:00"),
                row(
                        "routes: { a: { meeting: »every 0h } }",
                        "'every 0h' is no meeting",
                        "every 4h, daily 09:30, weekly mon 10:00"),
                row(
                        "routes: { a: { people: { »boss: best-fit } } }",
                        "'boss' is unknown here",
                        "one of owner, backup, sponsor, facilitator, communications"),
                // communication, guardrails
                row(
                        "communication: { counts-as: { »ticket.replied: [update] } }",
                        "'ticket.replied' is nothing that is ever heard of a ticket",
                        "did you mean 'ticket.reply'?"),
                row("communication: { customer: { approval: { »S5: owner } } }", "'S5' is unknown here", null),
                row(
                        "guardrails: { quiet-hours: { from: »7pm, until: \"07:00\" } }",
                        "'7pm' is no time of day",
                        "a time like 22:00"),
                row(
                        "guardrails: { automatic-messages: { per-person-hour: »2.5 } }",
                        "a whole number from 0 to 10000 is needed here, but it is '2.5'",
                        ""),
                // exit
                row(
                        "exit: { criteria: [»customer-confirms-or-0h-silence] }",
                        "no silence at all confirms nothing",
                        null),
                row(
                        "exit: { automatic-close: »true }",
                        "guardrails say that closing is never automatic, and this says that it is",
                        "false"),
                row(
                        "exit: { review: { required-when: »climbed_too == L3 } }",
                        "'climbed_too' is no fact and no word that is known here",
                        "did you mean 'climbed_to'?"),
                // permissions, exceptions
                row("permissions: { close: [»boss] }", "'boss' is no role or duty", null),
                row(
                        "exceptions: { »x: { account: acme, because: b, approved-by: c, until: 2026-12-31 } }",
                        "the exception changes nothing",
                        "targets: { acknowledge: { S1: 5m } }, or tier: T1"),
                row(
                        "exceptions: { x: { account: acme, because: b, approved-by: c, until: 2026-12-31, tier: »T9 } }",
                        "'T9' is no tier",
                        "did you mean 'T1' or 'T2' or 'T3'?"),
                // conditions that are folded, quoted or on lines of their own
                row(
                        "triggers:\n  a:\n    because: x\n    hears: x.y\n    when: |\n      true &&\n        ticket.»nme == \"x\"",
                        "ticket has no 'nme'",
                        null),
                row(
                        "triggers:\n  a:\n    because: x\n    hears: x.y\n    when: >-\n      true &&\n      »tickt.id == \"x\"",
                        "'tickt' is no fact and no word that is known here",
                        "did you mean 'ticket'?"),
                row(
                        "triggers:\n  a:\n    because: x\n    hears: x.y\n    when: true &&\n      »tickt.id == \"x\"",
                        "'tickt' is no fact and no word that is known here",
                        "did you mean 'ticket'?"),
                row(
                        "triggers: { a: { because: x, hears: x.y, when: \"ticket.id == \\\"x\\u00e9\\\" && »tickt.id == ''\" } }",
                        "'tickt' is no fact and no word that is known here",
                        "did you mean 'ticket'?"),
                row(
                        "triggers: { a: { because: \uD83D\uDD14\uD83D\uDD14, hears: x.y, when: 'ticket.id == ''x'' && »tickt.id == ''''' } }",
                        "'tickt' is no fact and no word that is known here",
                        "did you mean 'ticket'?"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_mistake_is_found_where_it_is(Row row) {
        String yaml = HEAD + row.yaml();
        int at = yaml.indexOf('»');
        String before = yaml.substring(0, at);
        int line = (int) before.chars().filter(one -> one == '\n').count() + 1;
        String lastLine = before.substring(before.lastIndexOf('\n') + 1);
        int column = lastLine.codePointCount(0, lastLine.length()) + 1;
        List<PlaybookProblem> problems = read(yaml.replace("»", ""));
        assertThat(problems).first().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(row.message());
            assertThat(List.of(problem.line(), problem.column())).isEqualTo(List.of(line, column));
            if (row.accepted() != null) {
                assertThat(problem.accepted()).isEqualTo(row.accepted());
            }
        });
        assertThat(problems).hasSize(1);
    }

    private static Row row(String yaml, String message, @Nullable String accepted) {
        return new Row(yaml, message, accepted);
    }

    private static List<PlaybookProblem> read(String yaml) {
        return new PlaybookReader().read(yaml, "t@1").problems();
    }
}
