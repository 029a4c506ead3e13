package dev.bellrope.app.messages.web;

import java.util.Map;

/**
 * The recipient of a message, as people read it.
 *
 * @param account the account of a contact; empty for a colleague, and for a webhook
 */
public record Addressee(String name, String account) {
    private static final String COLLEAGUE = "person:";
    private static final String CONTACT = "contact:";

    /** Parses the recipient of a message: {@code person:ana}, {@code contact:acme/joe}, or the address of a webhook. */
    public static Addressee of(String word, Map<String, String> names) {
        if (word.startsWith(COLLEAGUE)) {
            String id = word.substring(COLLEAGUE.length());
            return new Addressee(names.getOrDefault(id, id), "");
        }
        int slash = word.indexOf('/');
        return word.startsWith(CONTACT) && slash > 0
                ? new Addressee(word.substring(slash + 1), word.substring(CONTACT.length(), slash))
                : new Addressee(word, "");
    }
}
