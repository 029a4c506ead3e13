package dev.bellrope.app.faults;

import java.util.Map;

/** How many mails may go twice: those that the mail server had taken when their node could not write that down. */
final class InFlight {
    /** Connections of one node to the mail server. */
    private static final int CONNECTIONS = 4;

    private InFlight() {}

    /** As many as a killed or stopped node has connections. A database that is away is waited for. */
    static int mails(Map<Fault, Integer> done) {
        return CONNECTIONS * (done.getOrDefault(Fault.KILL, 0) + done.getOrDefault(Fault.STANDSTILL, 0));
    }
}
