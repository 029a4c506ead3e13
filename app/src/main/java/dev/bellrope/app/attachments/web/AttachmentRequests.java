package dev.bellrope.app.attachments.web;

import dev.bellrope.app.access.CurrentUser;
import dev.bellrope.app.access.VisibleAccounts;
import dev.bellrope.app.attachments.Attachment;
import dev.bellrope.app.attachments.Attachments;
import dev.bellrope.app.attachments.UnacceptableFile;
import dev.bellrope.app.escalations.acts.ActRequests;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Accepts and serves files for both the API and the console. */
@Component
public class AttachmentRequests {
    private final Attachments attachments;
    private final ActRequests requests;

    AttachmentRequests(Attachments attachments, ActRequests requests) {
        this.attachments = attachments;
        this.requests = requests;
    }

    /** Returns the size limit of a file, in bytes. */
    public long largest() {
        return attachments.largest();
    }

    public Attachment attach(String key, CurrentUser who, VisibleAccounts visible, MultipartFile file, String text)
            throws IOException {
        byte[] bytes = file.getBytes();
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return requests.guarded(key, who, visible, actor -> {
            try {
                return attachments.attach(key, actor, name, bytes, text);
            } catch (UnacceptableFile unfit) {
                throw problem(unfit);
            }
        });
    }

    private static ProblemException problem(UnacceptableFile unfit) {
        String why = String.valueOf(unfit.getMessage());
        return unfit.isTooLarge()
                ? ProblemException.of(
                        HttpStatus.CONTENT_TOO_LARGE, "Too large", why, ProblemError.in("file", "is too large"))
                : ProblemException.unprocessable(why, ProblemError.in("file", "is not taken"));
    }

    /** Serves a file for a browser to save, never to display. */
    public ResponseEntity<byte[]> get(String key, String id, VisibleAccounts visible) {
        requests.get(key, visible);
        Attachments.Content content = attachments
                .find(key, uuid(id))
                .orElseThrow(() -> ProblemException.notFound(key + " has no attachment " + id + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.attachment().type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(content.attachment().file(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }

    /** Parses an id; returns one that no attachment has if it is not a UUID. */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }
}
