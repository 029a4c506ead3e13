package dev.bellrope.bench.clocks;

/**
 * How much a strike writes: taken from a strike of Bellrope in the same run.
 *
 * @param state the state of an escalation, as JSON
 * @param event what happened, as JSON
 * @param subject of the message
 * @param body of the message
 */
record Payload(String state, String event, String subject, String body) {}
