package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.NotInDirectory;
import dev.bellrope.app.directory.WriteConflict;
import dev.bellrope.app.directory.entry.BadInput;
import dev.bellrope.app.directory.entry.Flaw;
import dev.bellrope.app.web.ProblemError;
import dev.bellrope.app.web.ProblemException;
import dev.bellrope.app.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;

/** Turns exceptions of the directory into problems (RFC 9457). */
@RestControllerAdvice(basePackageClasses = DirectoryProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DirectoryProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> badInput(BadInput bad, HttpServletRequest request) {
        ProblemException problem = ProblemException.unprocessable(ProblemException.sentence(text(bad)));
        for (Flaw flaw : bad.flaws()) {
            problem = problem.with(error(flaw, request));
        }
        return ProblemResponses.answer(bad.more() == 0 ? problem : problem.with("more", bad.more()), request);
    }

    /** A flaw in a row of a file is told by its line; one in JSON by a pointer, unless the address has the value. */
    private static ProblemError error(Flaw flaw, HttpServletRequest request) {
        if (flaw.line() > 0) {
            return ProblemError.inLine(flaw.line(), flaw.column(), flaw.toString());
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.containsKey(flaw.column())) {
            return ProblemError.in(flaw.column(), flaw.toString());
        }
        return ProblemError.at(flaw.column().isEmpty() ? "" : "/" + field(flaw.column()), flaw.toString());
    }

    /** In files, each fact and each role is a column of its own; in JSON, they are fields of one object. */
    private static String field(String column) {
        return column.replaceFirst("^fact\\.", "facts/").replaceFirst("^person\\.", "people/");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NotInDirectory missing, HttpServletRequest request) {
        return ProblemResponses.answer(ProblemException.notFound(text(missing)), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(WriteConflict conflict, HttpServletRequest request) {
        return ProblemResponses.answer(
                switch (conflict) {
                    case WriteConflict.ChangedMeanwhile changed ->
                        ProblemException.of(HttpStatus.PRECONDITION_FAILED, "Somebody was faster", text(changed));
                    case WriteConflict.StillUsed used -> ProblemException.conflict(text(used));
                },
                request);
    }

    private static String text(RuntimeException thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
