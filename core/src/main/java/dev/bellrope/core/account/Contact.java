package dev.bellrope.core.account;

/**
 * A person at an account.
 *
 * @param id stable id within the account
 * @param name the name to address them by
 * @param email where mail goes; empty if unknown
 * @param channel their preferred channel: {@code email}, {@code portal}
 * @param language a BCP 47 language tag, {@code en}
 * @param zone the IANA time zone in which times are shown to them
 */
public record Contact(String id, String name, String email, String channel, String language, String zone) {}
