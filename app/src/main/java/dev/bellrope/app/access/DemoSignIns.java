package dev.bellrope.app.access;

import java.util.List;

/** Offers sign-in with one click; only {@code bellrope demo} provides such a bean. */
public interface DemoSignIns {
    /** Returns what the sign-in page offers, in order. */
    List<DemoSignIn> list();

    /**
     * A sign-in that the page offers.
     *
     * @param label what a visitor reads, such as "Ana, escalation manager"
     * @param signInName the user as whom the visitor signs in
     */
    record DemoSignIn(String label, Role role, String signInName) {}
}
