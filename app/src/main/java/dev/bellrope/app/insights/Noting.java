package dev.bellrope.app.insights;

import dev.bellrope.app.escalations.Following;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down which escalations something happened to, in the transaction in which it happened. */
@Component
class Noting implements Following {
    private final DueTable due;

    Noting(DueTable due) {
        this.due = due;
    }

    @Override
    public void follow(List<Decided> decisions) {
        due.add(decisions);
    }
}
