package dev.bellrope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./bellrope test --faults}. */
@Tag("nodes")
class ThreeNodesTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void T48_T52_T53_T67_T68_nothingIsLostRepeatedOrEarlyWhileNodesAreKilledAndConnectionsCut() throws Exception {
        Report report = Trial.inShort(SEED).run(folder);
        System.out.println(report.text());
        assertThat(report.invariants()).hasSizeGreaterThan(20);
        assertThat(report.broken()).isEmpty();
    }
}
