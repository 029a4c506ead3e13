package dev.bellrope.app.console;

import dev.bellrope.core.account.Account;
import dev.bellrope.core.account.ValueScore;

/** An account and what it is worth. */
public record Valued(Account account, ValueScore value) {}
