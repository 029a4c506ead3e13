package dev.bellrope.app.history.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with columns in it, such as {@code Customer {customer}}.
 *
 * @param parts the parts, in order
 */
record Template(List<TemplatePart> parts) {
    static final Template EMPTY = new Template(List.of());

    Template {
        parts = List.copyOf(parts);
    }

    /** Either words, or a column whose value is inserted. */
    record TemplatePart(String words, @Nullable LogColumn column) {}

    List<LogColumn> columns() {
        return parts.stream()
                .<LogColumn>mapMulti((part, sink) -> {
                    if (part.column() != null) {
                        sink.accept(part.column());
                    }
                })
                .toList();
    }

    String render(LogHeader header, LogRow row) {
        if (parts.size() == 1) {
            return part(parts.getFirst(), header, row);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part(part, header, row)));
        return text.toString().strip();
    }

    private static String part(TemplatePart part, LogHeader header, LogRow row) {
        return part.column() == null ? part.words() : header.text(row, part.column());
    }
}
