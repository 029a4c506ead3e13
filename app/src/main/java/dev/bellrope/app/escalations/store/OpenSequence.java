package dev.bellrope.app.escalations.store;

/**
 * How far the history of an open escalation reaches.
 *
 * @param account the id of its account
 * @param sequence the number of its newest event
 */
public record OpenSequence(String account, long sequence) {}
