package dev.bellrope.app.messages.web;

import dev.bellrope.app.access.SignedIn;

/** Who asks. */
final class Person {
    private Person() {}

    /** The person of the directory whom the one who is signed in is; their own id where they are nobody there. */
    static String of(SignedIn signedIn) {
        return signedIn.personId().isEmpty() ? signedIn.id().toString() : signedIn.personId();
    }
}
