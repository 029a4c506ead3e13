package dev.bellrope.app.playbooks.web;

import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.sentence.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the playbook, and what it brought.
 *
 * @param before the one before it; empty for the first
 * @param differences to the one before it; null where they are told on their own page only
 */
public record PlaybookEdition(
        Playbooks.PlaybookVersion version,
        String before,
        @Nullable List<Difference> differences) {}
