package dev.bellrope.app.escalations;

import dev.bellrope.app.escalations.store.EscalationListTable;
import dev.bellrope.core.playbook.Severity;
import dev.bellrope.core.routing.Roster;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The current workload of people. */
@Component
class Workloads {
    private final EscalationListTable escalations;

    Workloads(EscalationListTable escalations) {
        this.escalations = escalations;
    }

    Map<String, Integer> handledBefore(String account) {
        Map<String, Integer> handled = new HashMap<>();
        escalations.handledBefore(account).forEach(entry -> handled.put(entry.getKey(), entry.getValue()));
        return handled;
    }

    Map<String, Roster.PersonLoad> ofEverybody() {
        Map<String, Roster.PersonLoad> loads = new HashMap<>();
        for (EscalationListTable.OwnerLoad carried : escalations.loads()) {
            int weight = Roster.weight(Severity.valueOf(carried.severity())) * carried.open();
            loads.merge(
                    carried.owner(),
                    new Roster.PersonLoad(carried.open(), weight),
                    (a, b) -> new Roster.PersonLoad(a.open() + b.open(), a.weight() + b.weight()));
        }
        return loads;
    }
}
