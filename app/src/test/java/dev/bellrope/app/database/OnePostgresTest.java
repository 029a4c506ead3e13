package dev.bellrope.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The programs of PostgreSQL are most of the jar, so it carries those of one platform. */
class OnePostgresTest {
    @Test
    void itComesAlongForOnePlatform() throws IOException {
        assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:postgres-*.txz"))
                .extracting(Resource::getFilename)
                .hasSize(1);
    }
}
