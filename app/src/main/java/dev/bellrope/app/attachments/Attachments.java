package dev.bellrope.app.attachments;

import dev.bellrope.app.escalations.CommandRefused;
import dev.bellrope.app.escalations.Escalations;
import dev.bellrope.app.web.UuidV7;
import dev.bellrope.core.escalation.Actor;
import dev.bellrope.core.escalation.Command;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The files of escalations: accepts files and stores their bytes. Attaching one is an event like any other. */
@Component
public class Attachments {
    private final Escalations escalations;
    private final AttachmentTable table;
    private final DataSize largest;
    private final Clock clock;

    Attachments(
            Escalations escalations,
            AttachmentTable table,
            @Value("${bellrope.attachments.max-size:10MB}") DataSize largest,
            Clock clock) {
        this.escalations = escalations;
        this.table = table;
        this.largest = largest;
        this.clock = clock;
    }

    /** A file with its bytes. */
    public record Content(Attachment attachment, byte[] bytes) {}

    /** Returns the size limit of a file, in bytes. */
    public long largest() {
        return largest.toBytes();
    }

    /**
     * Attaches a file.
     *
     * @param name the sender's name for it, which is not trusted
     * @param text what it shows; may be empty
     * @throws UnacceptableFile when it is too large, empty, or not of an accepted type
     * @throws CommandRefused when the escalation does not accept it
     */
    @Transactional
    public Attachment attach(String key, Actor actor, String name, byte[] bytes, String text) throws UnacceptableFile {
        if (bytes.length > largest()) {
            throw UnacceptableFile.tooLarge(largest());
        }
        FileType type = FileType.of(bytes);
        Attachment added = new Attachment(
                UuidV7.inOrder(clock.instant()),
                type.fit(name),
                type.contentType(),
                bytes.length,
                sha256(bytes),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        escalations.act(
                key,
                actor,
                new Command.AttachFile(
                        added.id().toString(), added.file(), added.type(), added.size(), added.sha256(), text),
                OptionalLong.empty());
        table.add(key, added, bytes);
        return added;
    }

    /** Lists attachments after {@code after}, in the order in which they were attached. */
    @Transactional(readOnly = true)
    public List<Attachment> list(String key, Optional<UUID> after, int limit) {
        return table.list(key, after, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Content> find(String key, UUID id) {
        return table.find(key, id);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
