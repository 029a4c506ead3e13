package dev.bellrope.app.history.log;

import dev.bellrope.core.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the rules of a mapping to each row; expects the rows in time order. */
final class RowInterpreter {
    private final Mapping mapping;
    private final LogHeader header;
    private final TimeFormats times;
    private final Map<String, TicketProgress> courses = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();

    RowInterpreter(Mapping mapping, LogHeader header, TimeFormats times) {
        this.mapping = mapping;
        this.header = header;
        this.times = times;
    }

    /** The progress of a ticket. */
    private static final class TicketProgress {
        private @Nullable LogRow last;
        private int told;
    }

    /** Interprets a row, completely or, if {@link UnreadableValue} is thrown, not at all. */
    void tell(LogRow row, String account) {
        String ticket = header.text(row, mapping.ticket);
        TicketProgress course = courses.getOrDefault(ticket, new TicketProgress());
        List<Signal> said = new ArrayList<>(2);
        if (course.last == null && mapping.opened != null) {
            Instant at = at(mapping.opened, row).filter(row.at()::isAfter).orElse(row.at());
            said.add(signal(mapping.opened, row, at, ticket, account, course.told + 1));
        }
        boolean spoken = false;
        for (MappingRule rule : mapping.rules) {
            if (rule.otherwise() ? spoken : !RowTest.all(rule.tests(), header, course.last, row)) {
                continue;
            }
            Optional<Instant> at = at(rule, row);
            if (at.isPresent()) {
                said.add(signal(rule, row, at.get(), ticket, account, course.told + said.size() + 1));
                spoken = true;
            }
        }
        signals.addAll(said);
        course.told += said.size();
        course.last = row;
        courses.put(ticket, course);
    }

    private Optional<Instant> at(MappingRule rule, LogRow row) {
        if (rule.at() == null) {
            return Optional.of(row.at());
        }
        String text = header.text(row, rule.at());
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(times.parse(rule.at().name(), text));
    }

    private Signal signal(MappingRule rule, LogRow row, Instant at, String ticket, String account, int number) {
        Map<String, Object> data = LinkedHashMap.newLinkedHashMap(rule.facts().size());
        for (Fact fact : rule.facts()) {
            fact.find(header, row).ifPresent(value -> data.put(fact.name(), value));
        }
        return new Signal(
                mapping.source,
                ticket + "/" + number,
                rule.kind(),
                at,
                account,
                ticket,
                rule.summary().render(header, row),
                data);
    }

    int tickets() {
        return courses.size();
    }

    /** Returns all signals in time order, those of the same instant in the order in which they were produced. */
    List<Signal> signals() {
        signals.sort(Comparator.comparing(Signal::at));
        return signals;
    }
}
