package dev.bellrope.app.settings;

import dev.bellrope.core.fact.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** All settings that were given, of which the first source wins, and everything that is wrong with them. */
final class SettingSources {
    /** Variables for the launcher or the tests, not for the application. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("BELLROPE_JAVA_OPTIONS", "BELLROPE_CHROMIUM", "BELLROPE_SHARED");

    /** Prefixes of settings that are passed to the frameworks unchanged. */
    private static final Set<String> FRAMEWORKS = Set.of("spring.", "server.", "logging.", "management.", "springdoc.");

    /** Variables that Kubernetes and Docker links set in every container next to a service named "bellrope". */
    private static final Pattern SERVICE_LINK = Pattern.compile("BELLROPE_(SERVICE_.*|PORT_\\d+_.*)");

    /** A value, and where it was found, in words. */
    record FoundSetting(String value, String origin) {}

    private final Map<Setting, FoundSetting> found = new EnumMap<>(Setting.class);
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    void addArguments(List<String> arguments) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 3) {
                problems.add("\"" + argument.replaceFirst("=.*", "=...")
                        + "\" on the command line is not a setting; a setting is --key=value, such as"
                        + " --port=8081.");
                continue;
            }
            add(argument.substring(2, equals), argument.substring(equals + 1), "the command line");
        }
    }

    void addEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.startsWith("BELLROPE_")
                    || NOT_SETTINGS.contains(name)
                    || SERVICE_LINK.matcher(name).matches()
                    || value.isEmpty()
                    || (name.equals("BELLROPE_PORT") && value.startsWith("tcp://"))) {
                return;
            }
            String origin = "the environment variable " + name;
            Optional<Setting> setting = Setting.findVariable(name);
            if (setting.isPresent()) {
                found.putIfAbsent(setting.get(), new FoundSetting(value, origin));
            } else {
                List<String> names = Setting.listKeys().stream()
                        .map(key -> Setting.findKey(key).orElseThrow().variable())
                        .toList();
                problems.add("The environment variable " + name + " is no setting of Bellrope. "
                        + Nearest.advice(name, names));
            }
        });
    }

    void addFile(Path file) {
        SettingsFile.read(file, problems).forEach(line -> add(line.key(), line.value(), line.origin()));
    }

    /** Adds a setting; {@code bellrope.} may be omitted from the names of our own. */
    private void add(String name, String value, String origin) {
        if (FRAMEWORKS.stream().anyMatch(name::startsWith)) {
            others.putIfAbsent(name, value);
            return;
        }
        String key = name.startsWith(Setting.PREFIX) ? name : Setting.PREFIX + name;
        Optional<Setting> setting = Setting.findKey(key);
        if (setting.isPresent()) {
            found.putIfAbsent(setting.get(), new FoundSetting(value, origin));
        } else {
            problems.add("Unknown setting " + key + " (" + origin + "). " + Nearest.advice(key, Setting.listKeys()));
        }
    }

    Optional<FoundSetting> find(Setting setting) {
        return Optional.ofNullable(found.get(setting));
    }

    /** Reports that a value is unusable; shows the value only if it cannot contain a password. */
    void refuse(Setting setting, FoundSetting bad, String why) {
        String shown = setting.secret() ? "" : " = \"" + bad.value() + "\"";
        problems.add(
                setting.key() + shown + " (" + bad.origin() + ") " + why + ". Accepted: " + setting.accepts() + ".");
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    List<String> problems() {
        return problems;
    }

    /** Returns the settings of the frameworks, and those of ours that modules read themselves. */
    Map<String, String> others() {
        Map<String, String> all = new LinkedHashMap<>(others);
        for (Setting own : Set.of(Setting.MAIL_FROM, Setting.WEBHOOKS_ALLOW_PRIVATE, Setting.ATTACHMENTS_MAX_SIZE)) {
            find(own).ifPresent(set -> all.put(own.key(), set.value()));
        }
        return all;
    }
}
