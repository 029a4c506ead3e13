package dev.bellrope.core.calendar;

import java.util.Arrays;

/**
 * What is open within one year of UTC: disjoint half-open intervals in epoch seconds, in order, with the open seconds before each of
 * them, so that a question costs one binary search. An opening that runs over the turn of the year is cut there into two.
 */
final class OpenYear {
    private final long[] starts;
    private final long[] ends;
    private final long[] before;
    private final long total;

    /** The arrays are kept, not copied: of equal length, in order, disjoint, not empty intervals. */
    OpenYear(long[] starts, long[] ends) {
        this.starts = starts;
        this.ends = ends;
        this.before = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            before[i] = sum;
            sum += ends[i] - starts[i];
        }
        this.total = sum;
    }

    /** All open seconds of the year. */
    long total() {
        return total;
    }

    int size() {
        return starts.length;
    }

    long start(int i) {
        return starts[i];
    }

    long end(int i) {
        return ends[i];
    }

    boolean isOpen(long second) {
        int i = last(starts, second);
        return i >= 0 && second < ends[i];
    }

    /** The open seconds of the year before {@code second}. */
    long openBefore(long second) {
        int i = last(starts, second);
        return i < 0 ? 0 : before[i] + Math.min(second, ends[i]) - starts[i];
    }

    /** The latest second that has {@code open} open seconds before it: an opening rather than the closing before it. */
    long latest(long open) {
        int i = last(before, open);
        return starts[i] + open - before[i];
    }

    /** The earliest second that has {@code open >= 1} open seconds before it: a closing rather than the opening after it. */
    long earliest(long open) {
        int i = last(before, open - 1);
        return starts[i] + open - before[i];
    }

    /** The first interval that ends after {@code second}; {@link #size} when there is none. */
    int endingAfter(long second) {
        return last(ends, second) + 1;
    }

    /** The last interval that starts before {@code second}; -1 when there is none. */
    int startingBefore(long second) {
        return last(starts, second - 1);
    }

    /** The index of the last value that is at most {@code key}, or -1. */
    private static int last(long[] values, long key) {
        int i = Arrays.binarySearch(values, key);
        return i >= 0 ? i : -i - 2;
    }
}
