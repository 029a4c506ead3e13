package dev.bellrope.app.playbooks;

import dev.bellrope.core.playbook.Playbook;
import dev.bellrope.core.playbook.reader.PlaybookReader;
import dev.bellrope.core.playbook.reader.PlaybookReader.PlaybookResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The playbooks: the one in force, and all earlier versions, by which running escalations are judged; checks and
 * publishes new ones.
 */
@Component
public class Playbooks {
    private final PlaybookVersionTable versions;
    private final PlaybookReader reader;
    private final Clock clock;
    private final Map<String, Playbook> read = new ConcurrentHashMap<>();

    Playbooks(PlaybookVersionTable versions, PlaybookReader reader, Clock clock) {
        this.versions = versions;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * A published version.
     *
     * @param version the version's name, such as {@code baseline@3}
     * @param text the exact text of the file
     * @param note why it was published
     */
    public record PlaybookVersion(
            String version, String name, String text, Instant publishedAt, String publishedBy, String note) {}

    /** Returns the version in force; publishes the baseline that comes with Bellrope if there is none yet. */
    @Transactional
    public Playbook inForce() {
        return get(versions.findNewest().orElseGet(this::publishBaseline));
    }

    /**
     * Returns a version by name; cached after the first read, since it never changes.
     *
     * @throws IllegalStateException when there never was such a version
     */
    public Playbook get(String version) {
        return read.computeIfAbsent(version, this::load);
    }

    /** Lists all versions, the newest first. */
    public List<PlaybookVersion> list() {
        return versions.list();
    }

    /** Reads a text as a playbook; returns the playbook, or everything that is wrong with it. */
    public PlaybookResult check(String text) {
        return reader.read(text, "draft");
    }

    /**
     * Puts a playbook in force.
     *
     * @throws IllegalArgumentException when the text has problems; call {@link #check} first
     */
    @Transactional
    public PlaybookVersion publish(String text, String by, String note) {
        Playbook playbook = check(text).playbook();
        if (playbook == null) {
            throw new IllegalArgumentException("a playbook with problems cannot be published");
        }
        versions.lock();
        String version = playbook.name() + "@" + (versions.countNamed(playbook.name()) + 1);
        PlaybookVersion published = new PlaybookVersion(version, playbook.name(), text, clock.instant(), by, note);
        versions.add(published);
        return published;
    }

    private Playbook load(String version) {
        PlaybookVersion found = versions.find(version)
                .orElseThrow(() -> new IllegalStateException("there is no playbook version " + version));
        PlaybookResult reading = reader.read(found.text(), version);
        Playbook playbook = reading.playbook();
        if (playbook == null) {
            throw new IllegalStateException(
                    "the published playbook " + version + " can no longer be read: " + reading.problems());
        }
        return playbook;
    }

    private String publishBaseline() {
        versions.lock();
        return versions.findNewest()
                .orElseGet(() -> publish(PlaybookReader.baseline(), "Bellrope", "the baseline that comes with Bellrope")
                        .version());
    }
}
