package dev.bellrope.core.broken.insight;

import dev.bellrope.core.reaction.Reactions;

/** A measure that knows who was told: reaction stands beside it. */
public record LooksBeside(Class<Reactions> reactions) {}
