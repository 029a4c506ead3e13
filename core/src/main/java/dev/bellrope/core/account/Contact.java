package dev.bellrope.core.account;

/**
 * A person at an account.
 *
 * @param id stable id within the account
 * @param name how to address them
 * @param email where mail goes; empty where unknown
 * @param channel the channel they prefer: {@code email}, {@code portal}
 * @param language a BCP 47 language tag, {@code en}
 * @param zone the IANA zone that times are told in
 */
public record Contact(String id, String name, String email, String channel, String language, String zone) {}
