package dev.bellrope.app.directory.web;

import dev.bellrope.app.directory.NotInDirectory;
import dev.bellrope.app.directory.WriteConflict;
import dev.bellrope.app.directory.entry.BadInput;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions of the directory into problems (RFC 9457). */
@RestControllerAdvice(basePackageClasses = DirectoryProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DirectoryProblems {
    @ExceptionHandler
    ProblemDetail badInput(BadInput bad) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, text(bad));
        problem.setTitle("This cannot be taken");
        problem.setProperty("errors", bad.flaws());
        problem.setProperty("more", bad.more());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(NotInDirectory missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, text(missing));
    }

    @ExceptionHandler
    ProblemDetail conflict(WriteConflict conflict) {
        HttpStatus status = switch (conflict) {
            case WriteConflict.ChangedMeanwhile changed -> HttpStatus.PRECONDITION_FAILED;
            case WriteConflict.StillUsed used -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, text(conflict));
    }

    private static String text(RuntimeException thrown) {
        return String.valueOf(thrown.getMessage());
    }
}
