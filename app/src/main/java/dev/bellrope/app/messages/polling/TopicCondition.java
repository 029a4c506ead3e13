package dev.bellrope.app.messages.polling;

import dev.bellrope.app.access.VisibleAccounts;

/** Conditions for SQL that what messages are about may be seen. */
public final class TopicCondition {
    /** What is about an escalation is of its account; what is about a task, of the account of what that is about. */
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

    /** On the column that has the key of what a row is about; empty where everything is visible. */
    public static String ofKey(VisibleAccounts visible, String column) {
        return visible.unlessAll(OF_KEY.formatted(column));
    }

    /** On the column that has the id of a message; of a digest, all that it gathers may be seen. */
    public static String ofMessage(VisibleAccounts visible, String column) {
        return visible.unlessAll(OF_MESSAGE.formatted(column, OF_KEY.formatted("said.escalation_key")));
    }
}
