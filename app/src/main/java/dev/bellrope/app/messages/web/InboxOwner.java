package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;

/** Finds whose inbox a request is about. */
final class InboxOwner {
    private InboxOwner() {}

    /** Returns the caller's id in the directory, or their user id if they are not in it. */
    static String of(CurrentUser signedIn) {
        return signedIn.personId().isEmpty() ? signedIn.id().toString() : signedIn.personId();
    }
}
