package dev.bellrope.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down password guessing: after five failures for a name, or twenty from an address (which a whole office may
 * share), each further attempt has to wait, longer every time. Names that do not exist count too, so waiting reveals
 * nothing about a name.
 */
@Component
public class Throttle {
    private static final int FREE_FOR_A_NAME = 5;
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(15);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    /** Failures are forgotten after this long without another one. */
    static final Duration FORGOTTEN = Duration.ofHours(2);

    private final SignInFailureTable table;
    private final Clock clock;

    Throttle(SignInFailureTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before the password is checked, so that parallel attempts cannot slip through.
     *
     * @return how long to wait first; if zero, go on, and call {@link #succeeded} when the password is right
     */
    @Transactional
    public Duration attempt(String name, String address) {
        Instant now = clock.instant();
        Duration wait = wait(byName(name), FREE_FOR_A_NAME, now);
        Duration addressWait = wait(byAddress(address), FREE_FOR_AN_ADDRESS, now);
        if (addressWait.compareTo(wait) > 0) {
            wait = addressWait;
        }
        if (wait.isZero()) {
            table.count(byName(name), now, now.minus(FORGOTTEN));
            table.count(byAddress(address), now, now.minus(FORGOTTEN));
        }
        return wait;
    }

    private Duration wait(String subject, int free, Instant now) {
        return table.findForUpdate(subject, now)
                .filter(known -> known.failures() >= free)
                .map(known -> Duration.between(now, known.lastAt().plus(delay(known.failures() - free))))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private static Duration delay(int beyond) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(beyond, 10));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    /** Takes back the failure of an attempt that succeeded. */
    @Transactional
    public void succeeded(String name, String address) {
        table.forget(byName(name));
        table.takeBack(byAddress(address));
    }

    void prune() {
        table.prune(clock.instant().minus(FORGOTTEN));
    }

    private static String byName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return "name:" + plain.substring(0, Math.min(plain.length(), 100));
    }

    private static String byAddress(String address) {
        return "address:" + address;
    }
}
