package dev.bellrope.core.message;

/** The door. */
public final class Message {
    private Message() {}
}
