package dev.bellrope.app.intake;

import dev.bellrope.core.signal.Signal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The rules of each source, in order. Every rule that matches applies; if two set the same thing, the first one wins.
 * An account that a rule sets takes precedence over the one that the source names.
 */
@Component
public class IntakeRules {
    private final IntakeRuleTable table;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IntakeRules(IntakeRuleTable table, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Returns the rules as they were written. */
    public List<JsonNode> list(String source) {
        return table.list(source);
    }

    /** Lists the sources that have rules, by name. */
    public List<String> listSources() {
        return table.listSources();
    }

    /**
     * Replaces all rules of a source; stored signals stay as they are.
     *
     * @throws SignalRefused when a rule is wrong
     */
    public void replace(String source, JsonNode rules) {
        IntakeRuleReader.read(rules);
        transaction.executeWithoutResult(status -> table.replace(source, rules, clock.instant()));
    }

    /** Applies the rules of a source to arrivals. */
    public List<Arrival> apply(String source, List<Arrival> arrivals) {
        List<IntakeRule> rules = IntakeRuleReader.read(JsonBodies.tree(list(source)));
        return arrivals.stream().map(arrival -> apply(rules, arrival)).toList();
    }

    private static Arrival apply(List<IntakeRule> rules, Arrival arrival) {
        String account = "";
        String kind = "";
        Map<String, Object> data = new LinkedHashMap<>();
        for (IntakeRule rule : rules) {
            if (rule.matches(arrival)) {
                account = account.isEmpty() ? rule.account(arrival.body()) : account;
                kind = kind.isEmpty() ? rule.kind() : kind;
                rule.data().forEach(data::putIfAbsent);
            }
        }
        Signal signal = arrival.signal();
        Map<String, Object> facts = new LinkedHashMap<>(signal.data());
        facts.putAll(data);
        return arrival.with(Arrival.changed(
                signal, account.isEmpty() ? signal.account() : account, kind.isEmpty() ? signal.kind() : kind, facts));
    }
}
