package dev.bellrope.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.Approved;
import dev.bellrope.app.RunningApp;
import dev.bellrope.app.SettableClock;
import dev.bellrope.app.SmallCompany;
import dev.bellrope.app.access.AccessTable.Need;
import dev.bellrope.app.architecture.Repository;
import dev.bellrope.app.escalations.Escalations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every address by everybody: {@code access.txt} says who is to be let in, the running application shows who is, and
 * {@code docs/access.md} is what it showed.
 */
class AccessTest {
    private static final SettableClock CLOCK = SettableClock.at("2026-03-06T15:30:00Z");
    private static final Map<Address, Need> TABLE = AccessTable.read();
    private static RunningApp app;
    private static Callers callers;
    private static Set<Address> served;

    @BeforeAll
    static void start() {
        app = RunningApp.with(CLOCK).share();
        SmallCompany.moveInto(app);
        app.get(Escalations.class)
                .hear(SmallCompany.signal(
                        "s1", "ticket.opened", "acme", "4711", CLOCK.instant(), Map.of("priority", "urgent")));
        callers = new Callers(app, CLOCK);
        served = Address.of(app);
    }

    @AfterAll
    static void stop() {
        callers.close();
        app.close();
    }

    @Test
    void everyAddressHasALineAndEveryLineAnAddress() {
        assertThat(served).hasSizeGreaterThan(100);
        assertThat(served.stream().filter(address -> !TABLE.containsKey(address)))
                .as(
                        "Served, and nobody has said who may call it. Add a line for each to %s, such as \"%s %s\"; the"
                                + " first word is one of: %s.",
                        AccessTable.FILE, Need.PERSON.word(), "GET /reviews", Need.words())
                .isEmpty();
        assertThat(TABLE.keySet())
                .as("%s names addresses that are not served any more", AccessTable.FILE)
                .isSubsetOf(served);
    }

    /** Those who are let in may still ask for what is not there (404) or send too little (400, 415, 422). */
    @Test
    void everybodyGetsWhatTheTableSaysAndTheDocumentShowsIt() {
        Map<Address, Map<String, String>> shown = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        // What ends the sessions comes last.
        served.stream()
                .sorted(Comparator.comparing(
                        (Address address) -> address.pattern().equals("/sign-out")))
                .filter(TABLE::containsKey)
                .forEach(address -> {
                    Map<String, String> row = new TreeMap<>();
                    for (Callers.Try one : callers.tries(address, Objects.requireNonNull(TABLE.get(address)))) {
                        String got = one.got();
                        if (!one.expected().fits(got)) {
                            wrong.add("%s by %s: %s, should be %s".formatted(address, one.name(), got, one.expected()));
                        }
                        row.put(one.name(), got);
                    }
                    shown.put(address, row);
                });
        assertThat(wrong).isEmpty();
        Approved.is(Repository.file("docs/access.md"), AccessDocument.of(TABLE, shown));
    }
}
