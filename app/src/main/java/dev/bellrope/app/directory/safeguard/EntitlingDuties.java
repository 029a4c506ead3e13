package dev.bellrope.app.directory.safeguard;

/** Knows which duties carry permissions; the module of the playbooks implements it. */
public interface EntitlingDuties {
    /** Returns whether whoever has this duty may do something that others may not. */
    boolean isEntitling(String duty);
}
