package dev.bellrope.app.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rows of {@code intake_rule}: the rules of each source. */
@Component
class IntakeRuleTable {
    private static final String LIST = """
            select rule
            from intake_rule
            where source = :source
            order by position
            """;
    private static final String DELETE = """
            delete from intake_rule
            where source = :source
            """;
    private static final String INSERT = """
            insert into intake_rule (source, position, rule, changed_at)
            values (:source, :position, :rule::jsonb, :at)
            """;

    private final JdbcClient client;

    IntakeRuleTable(JdbcClient client) {
        this.client = client;
    }

    List<JsonNode> list(String source) {
        return client.sql(LIST)
                .param("source", source)
                .query((row, number) -> JsonBodies.stored(row.getString("rule")))
                .list();
    }

    /** Lists the sources that have rules, by name. */
    List<String> listSources() {
        return client.sql("select distinct source from intake_rule order by source")
                .query((row, number) -> row.getString("source"))
                .list();
    }

    void replace(String source, JsonNode rules, Instant at) {
        client.sql(DELETE).param("source", source).update();
        for (int position = 0; position < rules.size(); position++) {
            client.sql(INSERT)
                    .param("source", source)
                    .param("position", position)
                    .param("rule", JsonBodies.write(rules.get(position)))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }
}
