package dev.bellrope.app.history.log;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.signal.Signal;
import dev.bellrope.core.signal.SignalKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three logs of three shapes, read with nothing but their mapping files. */
@Tag("long")
class RealLogsTest {
    private static final String ITALIAN = "italian-helpdesk/helpdesk.csv.gz";
    private static final String SERVICENOW = "servicenow-incidents/incidents.csv.gz";
    private static final String REST = "payloads/servicenow-rest/incidents_REST.csv";

    @Test
    void an_event_log_is_read_whole_and_in_order() {
        Log log = Examples.log("italian-helpdesk", ITALIAN);

        assertThat(log.counts()).isEqualTo(new Log.LogCounts(21_348, 4_580, 0, List.of()));
        assertThat(log.accounts()).hasSize(397);
        assertThat(log.people()).hasSize(22).allMatch(person -> !person.team().isEmpty());
        assertThat(log.signals()).isSortedAccordingTo(Comparator.comparing(Signal::at));
        assertThat(kinds(log))
                .containsEntry(SignalKind.TICKET_OPENED, 4_580L)
                .containsEntry(SignalKind.TICKET_CLOSED, 4_574L)
                .containsEntry(SignalKind.TICKET_ASSIGNED, 5_060L)
                .containsEntry(SignalKind.TICKET_PAUSED, 1_463L)
                .containsEntry(SignalKind.TICKET_RESOLVED, 4_983L);
    }

    @Test
    void a_ticket_of_the_event_log_reads_like_its_story() {
        Log log = Examples.log("italian-helpdesk", ITALIAN);

        assertThat(story(log, "Case 5"))
                .containsExactly(
                        "2012-04-03T11:08:32Z ticket.opened {priority=Value 2, product=Value 3, service=Value 1, team=Value 1}",
                        "2012-04-03T11:08:32Z ticket.note {by=Value 9, what=Assign seriousness}",
                        "2012-04-03T11:45:33Z ticket.assigned {by=Value 10, assignee=Value 10, team=Value 1}",
                        "2012-04-03T11:45:33Z ticket.reply {by=Value 10}",
                        "2012-04-03T11:47:22Z ticket.resolved {by=Value 10}",
                        "2012-04-03T12:15:02Z ticket.reopened {by=Value 10}",
                        "2012-04-03T12:15:02Z ticket.assigned {by=Value 10, assignee=Value 10, team=Value 1}",
                        "2012-04-03T12:15:02Z ticket.reply {by=Value 10}",
                        "2012-04-03T14:07:28Z ticket.resolved {by=Value 10}",
                        "2012-05-25T11:10:28Z ticket.closed {by=Value 5}");
    }

    @Test
    void a_snapshot_log_is_read_whole_and_in_order() {
        Log log = Examples.log("servicenow", SERVICENOW);

        assertThat(log.counts()).isEqualTo(new Log.LogCounts(101_045, 17_136, 0, List.of()));
        assertThat(log.signals()).isSortedAccordingTo(Comparator.comparing(Signal::at));
        assertThat(kinds(log)).containsEntry(SignalKind.TICKET_OPENED, 17_136L);
        assertThat(log.accounts().values()).allMatch(account -> account.plan().equals("standard"));
        assertThat(log.accounts()).containsKey("Unknown location");
    }

    @Test
    void a_ticket_of_the_snapshot_log_tells_what_changed() {
        Log log = Examples.log("servicenow", SERVICENOW);

        assertThat(story(log, "INC0000047"))
                .containsExactly(
                        "2016-02-29T04:40:00Z ticket.opened {priority=P3, product=Category 40, impact=2 - Medium, urgency=2 - Medium, team=Group 70}",
                        "2016-02-29T04:57:00Z ticket.assigned {by=Updated by 746, assignee=Resolver 89, team=Group 70, reassignments=0}",
                        "2016-02-29T05:30:00Z ticket.assigned {by=Updated by 21, assignee=Resolver 31, team=Group 24, reassignments=1}",
                        "2016-02-29T05:30:00Z ticket.changed {team=Group 24, reassignments=1}",
                        "2016-02-29T05:30:00Z ticket.reply {by=Resolver 31}",
                        "2016-03-01T09:14:00Z ticket.assigned {by=Updated by 332, assignee=Resolver 89, team=Group 24, reassignments=1}",
                        "2016-03-01T09:14:00Z ticket.paused {reason=waiting-on-customer}",
                        "2016-03-01T09:52:00Z ticket.resumed {}",
                        "2016-03-01T09:52:00Z ticket.reply {by=Resolver 89}",
                        "2016-03-01T09:52:00Z ticket.resolved {by=Resolver 89}",
                        "2016-03-06T10:00:00Z ticket.closed {}");
    }

    @Test
    void what_was_not_known_at_the_time_is_in_no_signal_and_no_account() {
        Log log = Examples.log("servicenow", SERVICENOW);

        assertThat(log.signals().stream().flatMap(signal -> signal.data().values().stream()))
                .isNotEmpty()
                .map(Object::toString)
                .noneMatch(value -> value.startsWith("code ") || value.startsWith("Resolved by"));
        assertThat(log.accounts().values()).extracting(Account::facts).allMatch(Map::isEmpty);
    }

    @Test
    void a_table_of_tickets_as_they_are_now_is_read_too() {
        Log log = Examples.log("servicenow-rest", REST);

        assertThat(log.counts()).isEqualTo(new Log.LogCounts(67, 67, 0, List.of()));
        assertThat(log.signals()).isSortedAccordingTo(Comparator.comparing(Signal::at));
        assertThat(story(log, "INC0000060"))
                .containsExactly(
                        "2016-12-12T15:19:57Z ticket.opened {priority=P3, product=inquiry, tags=[email]}",
                        "2016-12-12T15:19:57Z ticket.assigned {team=287ebd7da9fe198100f92cc8d1d2154e}",
                        "2016-12-13T21:43:14Z ticket.resolved {by=5137153cc611227c000bbd1bd8cd2007}",
                        "2016-12-14T02:46:44Z ticket.closed {}");
        assertThat(kinds(log))
                .containsEntry(SignalKind.TICKET_RESOLVED, 27L)
                .containsEntry(SignalKind.TICKET_PAUSED, 7L);
    }

    @Test
    void reading_twice_gives_the_same() {
        assertThat(Examples.log("servicenow", SERVICENOW)).isEqualTo(Examples.log("servicenow", SERVICENOW));
    }

    @Test
    void a_hundred_thousand_rows_take_seconds() {
        var mapping = Examples.mapping("servicenow");
        var file = Examples.data(SERVICENOW);
        long started = System.nanoTime();
        Log log = LogReader.read(file, mapping);
        long millis = (System.nanoTime() - started) / 1_000_000;

        assertThat(log.signals()).hasSizeGreaterThan(50_000);
        assertThat(millis).as("milliseconds for 101,045 rows").isLessThan(15_000);
    }

    private static Map<String, Long> kinds(Log log) {
        return log.signals().stream().collect(groupingBy(Signal::kind, TreeMap::new, counting()));
    }

    private static List<String> story(Log log, String ticket) {
        return log.signals().stream()
                .filter(signal -> signal.ticket().equals(ticket))
                .map(signal -> signal.at() + " " + signal.kind() + " " + signal.data())
                .toList();
    }
}
