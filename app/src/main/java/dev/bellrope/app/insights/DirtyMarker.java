package dev.bellrope.app.insights;

import dev.bellrope.app.escalations.DecisionListener;
import java.util.List;
import org.springframework.stereotype.Component;

/** Marks escalations as due for counting, in the transaction in which something happened to them. */
@Component
class DirtyMarker implements DecisionListener {
    private final DueTable due;

    DirtyMarker(DueTable due) {
        this.due = due;
    }

    @Override
    public void follow(List<DecisionRecord> decisions) {
        due.add(decisions);
    }
}
