package dev.bellrope.app.access;

/**
 * Decides which accounts somebody may see. Whoever may see an account may see everything that belongs to it: its
 * escalations, tickets, signals, tasks and messages, and its part of every figure. This is the only place that decides;
 * today everybody who has signed in, and every program with a token, sees every account. For another rule, replace this
 * bean.
 *
 * <p>It is asked once per request. Controllers take the answer, {@link VisibleAccounts}, as an argument, as they take
 * {@link CurrentUser}, and pass it down. Whatever somebody may not see is answered as if it did not exist, for reading and
 * for acting.
 *
 * <p>It does not apply to
 *
 * <ul>
 *   <li>what belongs to no account: people and their workload, playbooks, a signal whose account is not known yet;
 *   <li>what somebody has been told already: their inbox, and mails that were sent;
 *   <li>the system itself, which handles signals, strikes alarms and sends messages;
 *   <li>what administrators manage for the whole installation: webhook subscriptions and the Kafka feed, which carry
 *       every account, the sources of signals, the audit trail.
 * </ul>
 */
@FunctionalInterface
public interface Visibility {
    VisibleAccounts of(CurrentUser who);
}
