package dev.bellrope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void defaults() throws WrongSettings {
        Settings settings = Settings.read(List.of(), Map.of("PATH", "/bin"), directory);
        assertThat(settings)
                .isEqualTo(new Settings(
                        8080,
                        Path.of(System.getProperty("user.home"), ".bellrope"),
                        URI.create("http://localhost:8080"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private final Settings full = new Settings(
            9090,
            Path.of("/srv/bellrope"),
            URI.create("https://help.example.com/rope"),
            Optional.of(new Settings.Database("jdbc:postgresql://db:5433/rope?sslmode=require", "rob", "p%w")),
            Optional.empty(),
            Optional.of(URI.create("smtps://u:p@mail.example.com:465")),
            Optional.empty(),
            Map.of());

    @Test
    void everythingFromTheCommandLine() throws WrongSettings {
        assertThat(read(
                        "--port=9090",
                        "--bellrope.home=/srv/bellrope",
                        "--base-url=https://help.example.com/rope/",
                        "--database.url=jdbc:postgresql://db:5433/rope?sslmode=require",
                        "--bellrope.database.user=rob",
                        "--database.password=p%w",
                        "--smtp.url=smtps://u:p@mail.example.com:465"))
                .isEqualTo(full);
    }

    @Test
    void everythingFromTheEnvironment() throws WrongSettings {
        Map<String, String> environment = new HashMap<>();
        environment.put("BELLROPE_PORT", "9090");
        environment.put("BELLROPE_HOME", "/srv/bellrope");
        environment.put("BELLROPE_BASE_URL", "https://help.example.com/rope");
        environment.put("BELLROPE_DATABASE_URL", "postgres://rob:p%25w@db:5433/rope?sslmode=require");
        environment.put("BELLROPE_SMTP_URL", "smtps://u:p@mail.example.com:465");
        assertThat(Settings.read(List.of(), environment, directory)).isEqualTo(full);
    }

    @Test
    void everythingFromTheFileNestedOrWithDots() throws Exception {
        file("""
                bellrope:
                  port: 9090
                  home: /srv/bellrope
                  base-url: https://help.example.com/rope
                  database:
                    url: postgresql://db:5433/rope?sslmode=require
                    user: rob
                    password: p%w
                bellrope.smtp.url: smtps://u:p@mail.example.com:465
                """);
        assertThat(read()).isEqualTo(full);
    }

    @Test
    void theNearestSourceWins() throws Exception {
        Path home = Files.createDirectory(directory.resolve("home"));
        Files.writeString(home.resolve("bellrope.yaml"), "bellrope: {port: 1, smtp.url: smtp://home:25}");
        file("bellrope: {port: 2, base-url: http://here, home: %s}".formatted(home));
        assertThat(read().port()).isEqualTo(2);
        assertThat(read().smtpUrl()).contains(URI.create("smtp://home:25"));
        Map<String, String> environment = Map.of("BELLROPE_PORT", "3");
        assertThat(Settings.read(List.of(), environment, directory).port()).isEqualTo(3);
        assertThat(Settings.read(List.of("--port=4"), environment, directory).port())
                .isEqualTo(4);
    }

    @Test
    void settingsOfTheFrameworksArePassedOn() throws Exception {
        file("logging: {level: {root: debug}}");
        assertThat(read("--server.tomcat.threads.max=7").others())
                .isEqualTo(Map.of("logging.level.root", "debug", "server.tomcat.threads.max", "7"));
    }

    @Test
    void oursAreToldToTheFrameworksInTheirWords() throws Exception {
        assertThat(read("--log.format=json", "--tracing.otlp-url=http://collector:4318/v1/traces")
                        .others())
                .isEqualTo(Map.of(
                        "logging.structured.format.console", "ecs",
                        "management.opentelemetry.tracing.export.otlp.endpoint", "http://collector:4318/v1/traces"));
        assertThat(read("--log.format=plain").others()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=abc                      | bellrope.port = "abc" (the command line) is not a port. Accepted: a port from 0 to 65535
            --port=65536                    | bellrope.port = "65536"
            --port=-1                       | bellrope.port = "-1"
            --port=                         | bellrope.port = ""
            --bellrope.prot=1               | Unknown setting bellrope.prot (the command line). Did you mean bellrope.port?
            --datbase.url=x                 | Unknown setting bellrope.datbase.url (the command line). Did you mean bellrope.database.url?
            --colour=red                    | Unknown setting bellrope.colour (the command line). Known: bellrope.port, bellrope.home
            --home=/dev/null                | bellrope.home = "/dev/null" (the command line) is not a directory
            --base-url=help.example.com     | bellrope.base-url = "help.example.com" (the command line) is not an address of that kind
            --base-url=ftp://help           | bellrope.base-url = "ftp://help"
            --base-url=http://a b           | bellrope.base-url = "http://a b"
            --database.url=mysql://db/rope  | bellrope.database.url (the command line) is not an address of that kind
            --database.url=postgres://db    | bellrope.database.url (the command line) names no database
            --database.user=rob             | are of use only together with bellrope.database.url
            --database.replica-url=mysql://db/rope | bellrope.database.replica-url (the command line) is not an address of that kind
            --database.replica-url=postgres://db | bellrope.database.replica-url (the command line) names no database
            --database.replica-url=postgres://db/rope | is of use only together with bellrope.database.url
            --smtp.url=mail.example.com:25  | bellrope.smtp.url (the command line) is not an address of that kind
            --kafka.servers=kafka           | bellrope.kafka.servers = "kafka" (the command line) is no list of servers
            --kafka.servers=                | bellrope.kafka.servers = ""
            --kafka.events-topic=a          | bellrope.kafka.events-topic is of use only together with bellrope.kafka.servers
            --log.format=xml                | bellrope.log.format = "xml" (the command line) is neither of the two. Accepted: plain for people
            --attachments.max-size=lots     | bellrope.attachments.max-size = "lots" (the command line) is no such size. Accepted: the most that
            --attachments.max-size=1GB      | bellrope.attachments.max-size = "1GB"
            --attachments.max-size=1B       | bellrope.attachments.max-size = "1B"
            --tracing.otlp-url=collector    | bellrope.tracing.otlp-url (the command line) is not an address of that kind
            port                            | "port" on the command line is not a setting
            """)
    void aWrongSettingIsNamedWithWhatIsAccepted(String argument, String expected) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining(expected);
    }

    @Test
    void aReplicaIsSignedInToAsTheDatabaseUnlessItsAddressSaysOtherwise() throws Exception {
        assertThat(read(
                                "--database.url=postgres://db/rope",
                                "--database.user=rob",
                                "--database.password=p",
                                "--database.replica-url=postgres://standby:5433/rope?sslmode=require")
                        .replica())
                .contains(new Settings.Database("jdbc:postgresql://standby:5433/rope?sslmode=require", "rob", "p"));
        assertThat(Settings.read(
                                List.of("--database.url=postgres://rob:p@db/rope"),
                                Map.of("BELLROPE_DATABASE_REPLICA_URL", "postgres://reader:q%25@standby/rope"),
                                directory)
                        .replica())
                .contains(new Settings.Database("jdbc:postgresql://standby/rope", "reader", "q%"));
    }

    @Test
    void kafkaIsOneSettingAndMore() throws Exception {
        assertThat(read("--kafka.servers=one:9092, [::1]:9093").kafka())
                .contains(new Settings.Kafka(
                        "one:9092,[::1]:9093", "bellrope.signals", "bellrope.escalations", Map.of()));
        Path properties = Files.writeString(directory.resolve("client"), "security.protocol=SSL\n");
        Settings.Kafka kafka = read(
                        "--kafka.servers=one:9092",
                        "--kafka.properties=" + properties,
                        "--kafka.signals-topic=in",
                        "--kafka.events-topic=out")
                .kafka()
                .orElseThrow();
        assertThat(kafka)
                .isEqualTo(new Settings.Kafka("one:9092", "in", "out", Map.of("security.protocol", "SSL")))
                .hasToString("Kafka[at one:9092]");
        assertThat(kafka.client(Map.of("security.protocol", "PLAINTEXT", "acks", "all")))
                .isEqualTo(Map.of("bootstrap.servers", "one:9092", "security.protocol", "SSL", "acks", "all"));
        assertThatThrownBy(() -> read(
                        "--kafka.servers=one:9092", "--kafka.properties=/nowhere", "--kafka.signals-topic=a topic"))
                .hasMessageContaining("bellrope.kafka.properties = \"/nowhere\" (the command line) cannot be read")
                .hasMessageContaining("bellrope.kafka.signals-topic = \"a topic\"");
    }

    @Test
    void aWrongSettingSaysWhereItStands() throws IOException {
        file("""
                bellrope:
                  base-url: http://here
                  prot: 8081
                """);
        Map<String, String> environment = Map.of("BELLROPE_PORT", "x", "BELLROPE_DATABASE_URI", "y");
        WrongSettings wrong = catchThrowableOfType(
                WrongSettings.class, () -> Settings.read(List.of("--base-url=z"), environment, directory));
        assertThat(wrong.problems())
                .hasSize(4)
                .anyMatch(line -> line.contains("bellrope.prot (" + directory.resolve("bellrope.yaml") + ", line 3)"))
                .anyMatch(line -> line.contains("bellrope.port = \"x\" (the environment variable BELLROPE_PORT)"))
                .anyMatch(line -> line.contains(
                        "BELLROPE_DATABASE_URI is no setting of Bellrope. Did you mean" + " BELLROPE_DATABASE_URL?"))
                .anyMatch(line -> line.contains("bellrope.base-url = \"z\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--database.url=postgres://rob:geheim@db",
                "--database.url=geheim",
                "--database.replica-url=postgres://rob:geheim@db",
                "--smtp.url=pop3://u:geheim@mail",
                "--database.password=geheim",
                "--database.pasword=geheim",
                "-database.password=geheim"
            })
    void aPasswordIsNeverShown(String argument) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(WrongSettings.class)
                .message()
                .doesNotContain("geheim");
        assertThat(full.database().orElseThrow().toString()).doesNotContain("p%w");
    }

    @Test
    void anUnreadableFileIsNamedWithTheLine() throws IOException {
        file("bellrope:\n  port: [1\n");
        assertThatThrownBy(this::read).hasMessageContaining("bellrope.yaml").hasMessageContaining("line");
        file("bellrope: {port: [1, 2]}");
        assertThatThrownBy(this::read).hasMessageContaining("bellrope.port").hasMessageContaining("line 1");
    }

    @Test
    void whatKubernetesPutsBesideAServiceNamedBellropeIsNoSetting() throws WrongSettings {
        Map<String, String> links = Map.of(
                "BELLROPE_PORT", "tcp://10.0.0.7:80",
                "BELLROPE_PORT_80_TCP_ADDR", "10.0.0.7",
                "BELLROPE_SERVICE_HOST", "10.0.0.7");
        assertThat(Settings.read(List.of(), links, directory).port()).isEqualTo(8080);
    }

    private Settings read(String... arguments) throws WrongSettings {
        return Settings.read(List.of(arguments), Map.of(), directory);
    }

    private void file(String text) throws IOException {
        Files.writeString(directory.resolve("bellrope.yaml"), text);
    }
}
