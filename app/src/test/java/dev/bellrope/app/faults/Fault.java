package dev.bellrope.app.faults;

/** What is done to the nodes and to everything that they rely on. */
enum Fault {
    KILL("a node killed (kill -9) and started again", Place.NODE),
    STANDSTILL("a node stopped for 12 to 15 s (SIGSTOP, SIGCONT)", Place.STILL),
    CUT("connections to PostgreSQL cut", Place.POSTGRES),
    CRASH("PostgreSQL crashed and started (pg_ctl restart -m immediate)", Place.POSTGRES),
    POSTGRES_STANDSTILL("PostgreSQL stopped for 10 s (SIGSTOP, SIGCONT)", Place.POSTGRES),
    FULL_POOL("every connection of a pool in use for 8 s", Place.POSTGRES),
    MAIL_REFUSES("mail server refuses for 8 s", Place.MAIL),
    MAIL_SLOW("mail server takes seconds for a mail, for 8 s", Place.MAIL),
    MAIL_DROPS("mail server hangs up in mid-mail for 8 s", Place.MAIL),
    HOOK_HANGS("webhook receiver hangs for 8 s", Place.HOOK),
    HOOK_FAILS("webhook receiver answers 500 for 8 s", Place.HOOK),
    HOOK_BUSY("webhook receiver answers 429 with Retry-After for 8 s", Place.HOOK),
    HOOK_REDIRECTS("webhook receiver redirects for 8 s", Place.HOOK);

    /** Of one place, one thing happens at a time; of different places, any at once. */
    enum Place {
        NODE,
        STILL,
        POSTGRES,
        MAIL,
        HOOK
    }

    private final String words;
    private final Place place;

    Fault(String words, Place place) {
        this.words = words;
        this.place = place;
    }

    String words() {
        return words;
    }

    Place place() {
        return place;
    }
}
