package dev.bellrope.app.architecture.broken;

/** A name whose end says nothing. */
record EscalationService(String name) {}
