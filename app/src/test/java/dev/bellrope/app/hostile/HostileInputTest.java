package dev.bellrope.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellrope.app.access.Role;
import dev.bellrope.app.access.Visitor;
import dev.bellrope.app.escalations.web.SampleCompany;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/**
 * A seeded fuzzer over every address, every API call and every form. A run is repeated by {@code -Dhostile.seed}, and made long by
 * {@code -Dhostile.requests}; both are printed.
 */
@Tag("long")
class HostileInputTest {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 1_500);
    private static final long SEED = Long.getLong("hostile.seed", 20_260_309L);
    /** What is kept for good: caches, classes, and the log that this test captures. */
    private static final long KEPT = 250L * 1024 * 1024;
    /** A cell that a spreadsheet would calculate. */
    private static final Pattern FORMULA = Pattern.compile("(?:^|[,\\n])\"?[=+@\\-\\t]");

    @Test
    void nothingThatIsSentBreaksIt() {
        try (SampleCompany company = new SampleCompany();
                CapturedLog log = new CapturedLog(
                        company.app.get(Environment.class).getRequiredProperty("logging.pattern.console"));
                Visitor manager = Visitor.signedIn(company.app, Role.MANAGER, "filip")) {
            company.busy(company.declare(manager, "acme", "S1", ""));
            company.declare(manager, "acme", "S3", "");
            Siege siege = new Siege(company, log, SEED);
            long before = usedMemory();
            long start = System.nanoTime();
            siege.run(REQUESTS);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf(
                    "hostile.seed=%d: %s; %.0f a second, %d MB more kept%n",
                    SEED, siege, REQUESTS / (took.toMillis() / 1000.0), (usedMemory() - before) / 1024 / 1024);
            assertThat(siege.findings()).as("with -Dhostile.seed=" + SEED).isEmpty();
            Caller administrator = siege.administrator();
            Pages pages = siege.walk(Math.max(150, REQUESTS / 50));
            assertThat(pages.visited()).isGreaterThan(20);
            assertThat(pages.complaints()).as("pages").isEmpty();
            exportsHoldNoFormulas(administrator);
            logIsClean(log, siege.secrets());
            assertThat(usedMemory() - before).as("memory that stays").isLessThan(KEPT);
        }
    }

    private static void exportsHoldNoFormulas(Caller administrator) {
        for (String kind : Samples.KINDS.subList(0, 7)) {
            String csv = administrator
                    .get("/api/v1/directory/exports/" + kind + ".csv")
                    .text();
            assertThat(csv).startsWith(kind.equals("contacts") ? "account" : kind.equals("aliases") ? "source" : "");
            assertThat(FORMULA.matcher(csv)
                            .results()
                            .map(found -> csv.substring(found.start(), Math.min(csv.length(), found.start() + 60))))
                    .as(kind)
                    .isEmpty();
        }
    }

    private static void logIsClean(CapturedLog log, List<String> secrets) {
        assertThat(log.entries()).isNotEmpty();
        assertThat(log.forged()).as("entries that look like several").isEmpty();
        assertThat(log.entries()).noneMatch(entry -> entry.contains(Nasty.CONFIDENTIAL));
        assertThat(log.entries()).noneMatch(entry -> secrets.stream().anyMatch(entry::contains));
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
