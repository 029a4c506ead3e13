package dev.bellrope.app.attachments.web;

import dev.bellrope.app.access.CurrentUser;
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

/** Takes files and hands them out, for the API and the console alike. */
@Component
public class AttachmentRequests {
    private final Attachments attachments;
    private final ActRequests acts;

    AttachmentRequests(Attachments attachments, ActRequests acts) {
        this.attachments = attachments;
        this.acts = acts;
    }

    /** The most bytes that a file may have. */
    public long largest() {
        return attachments.largest();
    }

    public Attachment attach(String key, CurrentUser who, MultipartFile file, String text) throws IOException {
        byte[] bytes = file.getBytes();
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return acts.guarded(key, who, actor -> {
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

    /** To be kept by a browser, never to be shown by it. */
    public ResponseEntity<byte[]> get(String key, String id) {
        acts.get(key);
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

    /** No id of anything where it is none at all. */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }
}
