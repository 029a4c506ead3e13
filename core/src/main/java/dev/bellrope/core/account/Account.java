package dev.bellrope.core.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer company as the policy sees it.
 *
 * @param id our stable external id, {@code acme}
 * @param name the name people use
 * @param plan the name of the support plan in the playbook; empty if there is none
 * @param region a region code for policies, {@code EU}; empty if unknown
 * @param facts the facts for the value rubric and for conditions: {@code lifetime_value}, {@code strategic_importance},
 *     {@code influence}, {@code renewal} ...; unknown facts are absent
 * @param contacts the people there; the first of them is told first
 * @param people our people for this account by role ({@code csm}, {@code sponsor}), as person ids
 */
public record Account(
        String id,
        String name,
        String plan,
        String region,
        Map<String, Object> facts,
        List<Contact> contacts,
        Map<String, String> people) {
    public Account {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        contacts = List.copyOf(contacts);
        people = Map.copyOf(people);
    }

    /** Creates an account of which only the name is known. */
    public static Account named(String id, String name) {
        return new Account(id, name, "", "", Map.of(), List.of(), Map.of());
    }

    /** Returns its facts for a playbook's conditions. */
    public Map<String, Object> asFacts() {
        Map<String, Object> known = new LinkedHashMap<>(facts);
        known.put("id", id);
        known.put("name", name);
        known.put("plan", plan);
        known.put("region", region);
        return known;
    }

    /** Finds the contact who is told first, if there is one. */
    public Optional<Contact> findFirstContact() {
        return contacts.stream().findFirst();
    }
}
