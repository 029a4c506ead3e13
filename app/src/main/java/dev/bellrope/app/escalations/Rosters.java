package dev.bellrope.app.escalations;

import dev.bellrope.app.directory.Directory;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who is there, and what they carry at this moment. */
@Component
class Rosters {
    private final Directory directory;
    private final EscalationListTable escalations;

    Rosters(Directory directory, EscalationListTable escalations) {
        this.directory = directory;
        this.escalations = escalations;
    }

    Roster forAccount(String account) {
        return new Roster(directory.people(), Map.of(), Map.of()).counting(this::loads, () -> handledBefore(account));
    }

    private Map<String, Integer> handledBefore(String account) {
        Map<String, Integer> handled = new HashMap<>();
        escalations.handledBefore(account).forEach(entry -> handled.put(entry.getKey(), entry.getValue()));
        return handled;
    }

    Map<String, Roster.Load> loads() {
        Map<String, Roster.Load> loads = new HashMap<>();
        for (EscalationListTable.Carried carried : escalations.loads()) {
            int weight = Roster.weight(Severity.valueOf(carried.severity())) * carried.open();
            loads.merge(
                    carried.owner(),
                    new Roster.Load(carried.open(), weight),
                    (a, b) -> new Roster.Load(a.open() + b.open(), a.weight() + b.weight()));
        }
        return loads;
    }
}
