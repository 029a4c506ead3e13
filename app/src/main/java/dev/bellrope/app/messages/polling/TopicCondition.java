package dev.bellrope.app.messages.polling;

import dev.bellrope.app.access.VisibleAccounts;

/** Conditions for SQL statements that select only messages about what may be seen. */
public final class TopicCondition {
    /** A message about an escalation belongs to its account; one about a task, to the account that the task is about. */
    private static final String OF_KEY = """

            and not exists (
              select from escalation e where e.key = %1$s and e.account <> all(:visible_accounts))
            and not exists (
              select from task t
              left join escalation e on t.topic_kind = 'escalation' and e.key = t.topic_key
              where t.key = %1$s
                and case t.topic_kind when 'account' then t.topic_key else coalesce(e.account, '') end <> all(:visible_accounts))""";

    private static final String OF_MESSAGE = """

            and not exists (
              select from outbox said
              where (said.message_id = %1$s or said.digest_id = %1$s) and not (true%2$s))""";

    private TopicCondition() {}

    /** Returns a condition on the column with the key of what a row is about; empty if every account is visible. */
    public static String ofKey(VisibleAccounts visible, String column) {
        return visible.unlessAll(OF_KEY.formatted(column));
    }

    /** Returns a condition on the column with a message's id; a digest passes if everything in it may be seen. */
    public static String ofMessage(VisibleAccounts visible, String column) {
        return visible.unlessAll(OF_MESSAGE.formatted(column, OF_KEY.formatted("said.escalation_key")));
    }
}
