package dev.bellrope.core.broken.clock;

import dev.bellrope.core.playbook.Severity;

/** A promise that knows how bad it is: the playbook lies above. */
public record LooksUpwards(Severity severity) {}
