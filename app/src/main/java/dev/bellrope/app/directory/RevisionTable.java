package dev.bellrope.app.directory;

import dev.bellrope.app.directory.Kind.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often a part of the directory was written, as all nodes see it. */
@Component
class RevisionTable {
    private final JdbcClient client;

    RevisionTable(JdbcClient client) {
        this.client = client;
    }

    long current(Part part) {
        return client.sql("select revision from directory_revision where part = :part")
                .param("part", part.word())
                .query(Long.class)
                .single();
    }

    /** Waits until nobody else writes to that part, and keeps others waiting until the transaction ends. */
    void lock(Part part) {
        client.sql("select revision from directory_revision where part = :part for update")
                .param("part", part.word())
                .query(Long.class)
                .single();
    }

    long advance(Part part) {
        return client.sql("""
                        update directory_revision
                        set revision = nextval('directory_revision_number')
                        where part = :part
                        returning revision
                        """).param("part", part.word()).query(Long.class).single();
    }
}
