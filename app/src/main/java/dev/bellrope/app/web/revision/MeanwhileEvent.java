package dev.bellrope.app.web.revision;

import dev.bellrope.app.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * An event that happened since the caller looked.
 *
 * @param type what happened, for programs, such as {@code escalation.level-raised}
 * @param words the whole event in words, for people
 */
public record MeanwhileEvent(long sequence, Instant at, String type, String by, String words) {
    /**
     * Returns the 409 that says what happened and who did it, so that nobody has to look for it.
     *
     * @param message what has changed
     */
    public static ProblemException problem(String message, List<MeanwhileEvent> since) {
        return ProblemException.of(
                        HttpStatus.CONFLICT,
                        "Somebody was faster",
                        ProblemException.sentence(message)
                                + (since.isEmpty()
                                        ? ""
                                        : " The newest: " + since.getLast().words()))
                .with("since", since);
    }
}
