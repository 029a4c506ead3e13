package dev.bellrope.app.intake.web;

import dev.bellrope.app.directory.Namesakes.Namesake;
import dev.bellrope.app.intake.UnmappedName;
import java.util.Optional;

/** Signals that wait for the same answer, and the account that is proposed for them. */
public record WaitingSignals(UnmappedName unmapped, Optional<Namesake> proposal) {}
