package dev.bellrope.core.broken.world;

import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Asks for the time, for chance, for a place and for a database, and prints it. */
public final class AsksTheWorld {
    private AsksTheWorld() {}

    @SuppressWarnings({"SystemOut", "JavaTimeDefaultTimeZone"})
    public static String everything(Connection database) {
        String all = Instant.now() + " " + ZoneId.systemDefault() + " " + UUID.randomUUID() + " " + database;
        System.out.println(all);
        return all;
    }
}
