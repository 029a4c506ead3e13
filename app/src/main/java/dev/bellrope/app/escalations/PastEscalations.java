package dev.bellrope.app.escalations;

import java.util.List;
import org.springframework.stereotype.Component;

/** Escalations that are over, to be looked at: the list may be a moment old, and the page of each is that of now. */
@Component
public class PastEscalations {
    private final EscalationListTable lists;

    PastEscalations(EscalationListTable lists) {
        this.lists = lists;
    }

    /** The newest first, below a number. */
    public List<Row> list(Filter filter, long below, int limit) {
        return lists.listLagging(filter, below, limit);
    }
}
