package dev.bellrope.app.history.log;

import dev.bellrope.core.account.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customers of a log, each as its earliest rows describe it: later rows do not replace a fact. */
final class AccountBook {
    private final Mapping.Accounts mapping;
    private final LogHeader header;
    private final Map<String, BookedAccount> entries = new LinkedHashMap<>();

    AccountBook(Mapping.Accounts mapping, LogHeader header) {
        this.mapping = mapping;
        this.header = header;
    }

    private static final class BookedAccount {
        private String name = "";
        private String plan = "";
        private String region = "";
        private final Map<String, Object> facts = new LinkedHashMap<>();
    }

    /** Returns the id of a row's account, or the empty text if the row names none; collects the account. */
    String accountOf(LogRow row) {
        String id = mapping.id().text(header, row);
        if (!id.isEmpty()) {
            note(entries.computeIfAbsent(id, first -> new BookedAccount()), id, row);
        }
        return id;
    }

    private void note(BookedAccount entry, String id, LogRow row) {
        if (entry.name.isEmpty()) {
            String name = mapping.name().render(header, row);
            entry.name = name.isEmpty() ? id : name;
        }
        if (entry.plan.isEmpty()) {
            entry.plan = text(mapping.plan(), row);
        }
        if (entry.region.isEmpty()) {
            entry.region = text(mapping.region(), row);
        }
        for (Fact fact : mapping.facts()) {
            if (!entry.facts.containsKey(fact.name())) {
                fact.find(header, row).ifPresent(value -> entry.facts.put(fact.name(), value));
            }
        }
    }

    private String text(@Nullable Fact fact, LogRow row) {
        return fact == null ? "" : fact.text(header, row);
    }

    Map<String, Account> accounts() {
        Map<String, Account> accounts = LinkedHashMap.newLinkedHashMap(entries.size());
        entries.forEach((id, entry) -> accounts.put(
                id, new Account(id, entry.name, entry.plan, entry.region, entry.facts, List.of(), Map.of())));
        return accounts;
    }
}
