package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.CurrentUser;

/** Who asks. */
final class InboxOwner {
    private InboxOwner() {}

    /** The person of the directory whom the one who is signed in is; their own id where they are nobody there. */
    static String of(CurrentUser signedIn) {
        return signedIn.personId().isEmpty() ? signedIn.id().toString() : signedIn.personId();
    }
}
