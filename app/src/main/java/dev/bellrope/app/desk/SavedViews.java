package dev.bellrope.app.desk;

import dev.bellrope.app.web.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board views that people have saved under a name. */
@Component
public class SavedViews {
    /** The largest number per person; more would not help anybody find one. */
    public static final int MOST = 30;

    public static final int LONGEST_NAME = 60;

    private final SavedViewTable table;
    private final Clock clock;

    SavedViews(SavedViewTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * A saved view.
     *
     * @param query the query of the board's address, such as {@code severity=S1&group=team}
     */
    public record SavedView(UUID id, String name, String query) {}

    /** Lists a person's views in the order in which they were first saved. */
    @Transactional(readOnly = true)
    public List<SavedView> list(String person) {
        return table.list(person);
    }

    /**
     * Saves a view; replaces one with the same name.
     *
     * @throws IllegalArgumentException when the name is empty or too long, or there are too many
     */
    @Transactional
    public void save(String person, String name, String query) {
        String given = name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A view needs a name of 1 to " + LONGEST_NAME + " characters.");
        }
        List<SavedView> kept = table.list(person);
        if (kept.size() >= MOST && kept.stream().noneMatch(view -> view.name().equals(given))) {
            throw new IllegalArgumentException("There are " + MOST + " views already; remove one first.");
        }
        table.save(UuidV7.next(clock), person, given, query, clock.instant());
    }

    @Transactional
    public void remove(String person, UUID id) {
        table.remove(person, id);
    }
}
