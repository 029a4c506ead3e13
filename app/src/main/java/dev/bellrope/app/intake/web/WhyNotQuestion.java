package dev.bellrope.app.intake.web;

/**
 * A question why a ticket or a signal had no effect.
 *
 * @param event the CloudEvent as pasted; empty if the question is about a ticket
 */
public record WhyNotQuestion(String ticket, String kind, String promise, String event) {}
