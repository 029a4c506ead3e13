package dev.bellrope.app.access;

import java.util.List;

/** Offers signing in with one click; only {@code bellrope demo} brings a bean of this kind. */
public interface DemoSignIns {
    /** Whom the sign-in page offers, in that order. */
    List<DemoSignIn> list();

    /**
     * One of them.
     *
     * @param label what a visitor reads, such as "Ana, escalation manager"
     * @param signInName the user whom they become
     */
    record DemoSignIn(String label, Role role, String signInName) {}
}
