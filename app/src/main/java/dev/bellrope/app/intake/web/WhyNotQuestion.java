package dev.bellrope.app.intake.web;

/**
 * What somebody asks why nothing came of it.
 *
 * @param event the CloudEvent as pasted; empty where a ticket is asked about
 */
public record WhyNotQuestion(String ticket, String kind, String promise, String event) {}
