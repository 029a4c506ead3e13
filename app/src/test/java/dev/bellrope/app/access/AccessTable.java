package dev.bellrope.app.access;

import dev.bellrope.app.architecture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is to get what, as {@code access.txt} says it: one line an address. */
final class AccessTable {
    static final String FILE = "app/src/test/resources/access.txt";

    private AccessTable() {}

    /** What an address asks of a caller, with the words that the table has for it. */
    record Need(String word, String heading, Optional<Scope> scope) {
        static final Need EVERYBODY = new Need("everybody", "Everybody, also signed out", Optional.empty());
        static final Need PERSON = new Need("person", "Whoever has signed in", Optional.empty());
        static final Need ADMINISTRATOR =
                new Need("administrator", "Administrators who have signed in", Optional.empty());
        static final Need MANAGER =
                new Need("manager", "Managers and administrators who have signed in", Optional.empty());

        private static Need of(Scope scope) {
            return new Need(scope.word(), "The scope `" + scope.word() + "`", Optional.of(scope));
        }

        /** In the order of the document. */
        static List<Need> all() {
            return Stream.concat(
                            Stream.of(EVERYBODY, PERSON, MANAGER, ADMINISTRATOR),
                            Arrays.stream(Scope.values()).map(Need::of))
                    .toList();
        }

        static String words() {
            return all().stream().map(Need::word).collect(Collectors.joining(", "));
        }

        boolean admits(Role role) {
            if (equals(ADMINISTRATOR)) {
                return role == Role.ADMINISTRATOR;
            }
            if (equals(MANAGER)) {
                return role.scopes().contains(Scope.DIRECTORY_WRITE);
            }
            return scope.map(role.scopes()::contains).orElse(true);
        }
    }

    static Map<Address, Need> read() {
        Map<Address, Need> table = new TreeMap<>();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+", -1);
            Need need = Need.all().stream()
                    .filter(one -> one.word().equals(words[0]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("access.txt knows no \"" + words[0] + "\": " + line));
            if (table.put(new Address(words[1], words[2]), need) != null) {
                throw new AssertionError("access.txt says twice who may call " + words[1] + " " + words[2]);
            }
        }
        return table;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Repository.file(FILE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
