package dev.bellrope.app.directory;

import dev.bellrope.app.directory.entry.EntryKind.DirectoryPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The revision of each part of the directory, as all nodes see it. */
@Component
class RevisionTable {
    private final JdbcClient client;

    RevisionTable(JdbcClient client) {
        this.client = client;
    }

    long current(DirectoryPart part) {
        return client.sql("select revision from directory_revision where part = :part")
                .param("part", part.word())
                .query(Long.class)
                .single();
    }

    /** Locks a part: waits for other writers, and keeps them waiting until the transaction ends. */
    void lock(DirectoryPart part) {
        client.sql("select revision from directory_revision where part = :part for update")
                .param("part", part.word())
                .query(Long.class)
                .single();
    }

    long advance(DirectoryPart part) {
        return client.sql("""
                        update directory_revision
                        set revision = nextval('directory_revision_number')
                        where part = :part
                        returning revision
                        """).param("part", part.word()).query(Long.class).single();
    }
}
