package dev.bellrope.bench;

import java.util.Arrays;

/** Of times that were measured, each of which counts: by the nearest rank, so that every percentile is one that was measured. */
public final class Percentiles {
    private final long[] sorted;

    public Percentiles(long[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** The smallest value that so many of a hundred do not exceed. */
    public long at(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("no percentile " + percent);
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    /** The same of nanoseconds, as milliseconds. */
    public double millisAt(double percent) {
        return at(percent) / 1e6;
    }
}
