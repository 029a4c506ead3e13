package dev.bellrope.app.access;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes expired links and old sign-in failures; Spring Session cleans up its sessions itself. */
@Component
class ExpiryCleanup {
    private final Throttle throttle;
    private final OneTimeLinks links;

    ExpiryCleanup(Throttle throttle, OneTimeLinks links) {
        this.throttle = throttle;
        this.links = links;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void prune() {
        throttle.prune();
        links.prune();
    }
}
