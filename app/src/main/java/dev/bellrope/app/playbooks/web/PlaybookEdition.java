package dev.bellrope.app.playbooks.web;

import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.sentence.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the playbook, and what it changed.
 *
 * @param before the previous version; empty for the first one
 * @param differences from the previous version; null if they are only shown on their own page
 */
public record PlaybookEdition(
        Playbooks.PlaybookVersion version,
        String before,
        @Nullable List<Difference> differences) {}
