package dev.bellrope.app.settings;

import dev.bellrope.app.settings.SettingSources.FoundSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/**
 * Converts settings to values; an unusable one is reported, and a default takes its place so that checking can
 * continue.
 */
final class SettingValues {
    private static final int DEFAULT_PORT = 8080;

    private final SettingSources sources;

    SettingValues(SettingSources sources) {
        this.sources = sources;
    }

    int port() {
        Optional<FoundSetting> set = sources.find(Setting.PORT);
        if (set.isEmpty()) {
            return DEFAULT_PORT;
        }
        try {
            int port = Integer.parseInt(set.get().value().strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, like a number out of range
        }
        sources.refuse(Setting.PORT, set.get(), "is not a port");
        return DEFAULT_PORT;
    }

    Path home() {
        Path fallback = Path.of(System.getProperty("user.home"), ".bellrope");
        Optional<FoundSetting> set = sources.find(Setting.HOME);
        if (set.isEmpty()) {
            return fallback;
        }
        try {
            String written = set.get().value().strip().replaceFirst("^~(?=/|$)", System.getProperty("user.home"));
            Path home = Path.of(written).toAbsolutePath().normalize();
            if (!written.isEmpty() && (!Files.exists(home) || Files.isDirectory(home))) {
                return home;
            }
        } catch (InvalidPathException notAPath) {
            // reported below, like a path to a file
        }
        sources.refuse(Setting.HOME, set.get(), "is not a directory");
        return fallback;
    }

    URI baseUrl(int port) {
        URI fallback = URI.create("http://localhost:" + port);
        Optional<FoundSetting> set = sources.find(Setting.BASE_URL);
        if (set.isEmpty()) {
            return fallback;
        }
        String written = set.get().value().strip().replaceFirst("/+$", "");
        return url(Setting.BASE_URL, set.get(), written, Set.of("http", "https"))
                .orElse(fallback);
    }

    Optional<URI> smtpUrl() {
        return sources.find(Setting.SMTP_URL)
                .flatMap(set -> set.value().strip().matches("local:(mailbox)?")
                        ? Optional.of(URI.create("local:mailbox"))
                        : url(Setting.SMTP_URL, set, set.value().strip(), Set.of("smtp", "smtps")));
    }

    /** Returns the settings of the frameworks, including those that follow from ours. */
    Map<String, String> others() {
        Map<String, String> others = sources.others();
        if (logsJson()) {
            others.put("logging.structured.format.console", "ecs");
        }
        checkAttachments();
        tracingUrl().ifPresent(url -> others.put(Settings.TRACES_TO, url.toString()));
        return others;
    }

    private boolean logsJson() {
        Optional<FoundSetting> set = sources.find(Setting.LOG_FORMAT);
        String written = set.map(found -> found.value().strip()).orElse("plain");
        if (set.isPresent() && !written.equals("plain") && !written.equals("json")) {
            sources.refuse(Setting.LOG_FORMAT, set.get(), "is neither of the two");
        }
        return written.equals("json");
    }

    private void checkAttachments() {
        sources.find(Setting.ATTACHMENTS_MAX_SIZE).ifPresent(set -> {
            try {
                DataSize size = DataSize.parse(set.value().strip());
                if (size.toBytes() >= 1_024 && size.toMegabytes() <= 100) {
                    return;
                }
            } catch (IllegalArgumentException noSize) {
                // reported below, like a size out of range
            }
            sources.refuse(Setting.ATTACHMENTS_MAX_SIZE, set, "is no such size");
        });
    }

    private Optional<URI> tracingUrl() {
        return sources.find(Setting.TRACING_URL)
                .flatMap(set -> url(Setting.TRACING_URL, set, set.value().strip(), Set.of("http", "https")));
    }

    /**
     * Reads the database in either form: jdbc:postgresql://host/name?options, or
     * postgres[ql]://user:password@host/name, as most hosting providers give it.
     */
    Optional<Settings.Database> database() {
        Optional<FoundSetting> set = sources.find(Setting.DATABASE_URL);
        Optional<String> user = sources.find(Setting.DATABASE_USER).map(FoundSetting::value);
        Optional<String> password = sources.find(Setting.DATABASE_PASSWORD).map(FoundSetting::value);
        if (set.isEmpty()) {
            if (user.isPresent() || password.isPresent()) {
                sources.problem("bellrope.database.user and bellrope.database.password are of use only together with"
                        + " bellrope.database.url. Accepted there: " + Setting.DATABASE_URL.accepts() + ".");
            }
            return Optional.empty();
        }
        return address(Setting.DATABASE_URL, set.get())
                .map(found -> new Settings.Database(
                        found.jdbc(),
                        user.or(found::user).orElse("bellrope"),
                        password.or(found::password).orElse("")));
    }

    /**
     * Reads the replica. A standby has the roles of its primary, so without a login of its own it uses the primary's.
     *
     * @param primary the database that the standby follows
     */
    Optional<Settings.Database> replica(Optional<Settings.Database> primary) {
        Optional<FoundSetting> set = sources.find(Setting.DATABASE_REPLICA_URL);
        if (set.isPresent() && sources.find(Setting.DATABASE_URL).isEmpty()) {
            sources.problem("bellrope.database.replica-url is of use only together with bellrope.database.url."
                    + " Accepted there: " + Setting.DATABASE_URL.accepts() + ".");
        }
        return set.flatMap(found -> address(Setting.DATABASE_REPLICA_URL, found))
                .flatMap(found -> primary.map(followed -> new Settings.Database(
                        found.jdbc(),
                        found.user().orElse(followed.user()),
                        found.password().orElse(followed.password()))));
    }

    /** The address of a database, and the login in it. */
    private record DatabaseAddress(String jdbc, Optional<String> user, Optional<String> password) {}

    private Optional<DatabaseAddress> address(Setting setting, FoundSetting set) {
        String written = set.value().strip().replaceFirst("^jdbc:", "");
        return url(setting, set, written, Set.of("postgres", "postgresql")).flatMap(url -> address(setting, set, url));
    }

    private Optional<DatabaseAddress> address(Setting setting, FoundSetting set, URI url) {
        if (url.getRawPath().length() < 2) {
            sources.refuse(setting, set, "names no database");
            return Optional.empty();
        }
        String[] login = Optional.ofNullable(url.getRawUserInfo()).orElse("").split(":", 2);
        String jdbc = "jdbc:postgresql://" + url.getRawAuthority().replaceFirst("^.*@", "") + url.getRawPath()
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        return Optional.of(new DatabaseAddress(
                jdbc,
                Optional.of(decode(login[0])).filter(user -> !user.isEmpty()),
                login.length < 2 ? Optional.empty() : Optional.of(decode(login[1]))));
    }

    private Optional<URI> url(Setting setting, FoundSetting set, String written, Set<String> schemes) {
        try {
            URI url = new URI(written);
            if (url.getScheme() != null
                    && schemes.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getRawAuthority() != null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException malformed) {
            // the message would repeat the value, which may contain a password
        }
        sources.refuse(setting, set, "is not an address of that kind");
        return Optional.empty();
    }

    private static String decode(String written) {
        return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
