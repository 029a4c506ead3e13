package dev.bellrope.core.escalation;

/**
 * Which escalation it is, and what about.
 *
 * @param key {@code ESC-1042}
 * @param account the account's id
 * @param accountName its name when the escalation began
 * @param playbook the version it is judged by, whatever was published since
 * @param title one line for people
 * @param impactNote what it means for the customer's business, for everybody who takes part (B-05)
 */
public record Identity(
        String key, String account, String accountName, String playbook, String title, String impactNote) {}
