package dev.bellrope.app.access;

/**
 * Who may see which accounts, and with an account all that is of it: its escalations and what is below them, its tickets, signals, tasks
 * and messages, and its part of every figure. This is the one place that says so, and today it says: everybody who has signed in, and
 * every program with a token, sees every account. Another answer is another bean of this type.
 *
 * <p>It is asked once for each request. What it says goes down as an argument, {@link VisibleAccounts}, which controllers take as they
 * take {@link CurrentUser}. What somebody may not see answers as what does not exist, to whoever reads and to whoever acts.
 *
 * <p>It is not asked
 *
 * <ul>
 *   <li>about what is of no account: people and how much they carry, playbooks, a signal whose account nobody knows yet;
 *   <li>about what somebody was told already: their inbox, and the mails that went out;
 *   <li>by the system itself, which hears, strikes and sends;
 *   <li>by what administrators look after for the whole installation: webhook subscriptions and the events to Kafka, which carry every
 *       account, the sources of signals, the audit trail.
 * </ul>
 */
@FunctionalInterface
public interface Visibility {
    VisibleAccounts of(CurrentUser who);
}
