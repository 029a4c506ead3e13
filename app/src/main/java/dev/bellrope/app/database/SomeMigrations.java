package dev.bellrope.app.database;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Only those of our migrations that an earlier version had, so that what it wrote fits. Flyway's own target is one version, and says
 * nothing where each module has numbers of its own.
 */
final class SomeMigrations implements ResourceProvider {
    private static final String FOLDER = "db/migration/";

    private final Set<String> wanted;

    /** @param wanted each as its version and description, such as {@code 031 history stays} */
    SomeMigrations(Collection<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return null; // Flyway asks for none by its name
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + FOLDER + "**/" + prefix + "*"))
                    .map(Migration::new)
                    .filter(migration -> Arrays.stream(suffixes).anyMatch(migration.getFilename()::endsWith)
                            && wanted.contains(migration.named()))
                    .map(LoadableResource.class::cast)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Migration extends LoadableResource {
        private final Resource resource;

        Migration(Resource resource) {
            this.resource = resource;
        }

        /** {@code 031 history stays} of {@code V031__history_stays.sql}. */
        String named() {
            return getFilename().replaceAll("^V|\\.sql$", "").replace("__", " ").replace('_', ' ');
        }

        @Override
        public Reader read() {
            try {
                return new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePath() {
            try {
                String url = resource.getURL().toString();
                return url.substring(url.lastIndexOf(FOLDER));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return List.of(getAbsolutePath().split("/")).getLast();
        }

        @Override
        public String getRelativePath() {
            return getAbsolutePath().substring(FOLDER.length());
        }
    }
}
