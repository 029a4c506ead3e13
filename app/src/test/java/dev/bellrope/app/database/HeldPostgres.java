package dev.bellrope.app.database;

import java.nio.file.Path;

/** A process that runs a PostgreSQL until it is killed; given the home, it prints the port. */
final class HeldPostgres {
    private HeldPostgres() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), "")) {
            System.out.println("running " + postgres.url("postgres"));
            Thread.currentThread().join();
        }
    }
}
