package dev.bellrope.app.console;

import dev.bellrope.app.playbooks.Playbooks;
import dev.bellrope.core.playbook.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the playbook, and what it brought.
 *
 * @param before the one before it; empty for the first
 * @param differences to the one before it; null where they are told on their own page only
 */
public record Edition(
        Playbooks.Version version, String before, @Nullable List<Difference> differences) {}
