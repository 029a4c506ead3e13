package dev.bellrope.core.calendar;

import java.util.Arrays;

/**
 * The open times within one year in UTC: disjoint half-open intervals in epoch seconds, in order, with the number of
 * open seconds before each, so that a query takes one binary search. An opening that spans the turn of the year is
 * split in two.
 */
final class OpenYear {
    private final long[] starts;
    private final long[] ends;
    private final long[] before;
    private final long total;

    /**
     * Creates a year from intervals that are not empty, in order and disjoint. The arrays are of equal length, and are
     * kept rather than copied.
     */
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

    /** Returns the number of open seconds in the year. */
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

    /** Returns the number of open seconds in the year before {@code second}. */
    long openBefore(long second) {
        int i = last(starts, second);
        return i < 0 ? 0 : before[i] + Math.min(second, ends[i]) - starts[i];
    }

    /**
     * Returns the latest second with {@code open} open seconds before it: an opening rather than the closing before it.
     */
    long latest(long open) {
        int i = last(before, open);
        return starts[i] + open - before[i];
    }

    /**
     * Returns the earliest second with {@code open >= 1} open seconds before it: a closing rather than the opening
     * after it.
     */
    long earliest(long open) {
        int i = last(before, open - 1);
        return starts[i] + open - before[i];
    }

    /** Returns the index of the first interval that ends after {@code second}; {@link #size} if there is none. */
    int endingAfter(long second) {
        return last(ends, second) + 1;
    }

    /** Returns the index of the last interval that starts before {@code second}; -1 if there is none. */
    int startingBefore(long second) {
        return last(starts, second - 1);
    }

    /** Returns the index of the last value that is at most {@code key}, or -1. */
    private static int last(long[] values, long key) {
        int i = Arrays.binarySearch(values, key);
        return i >= 0 ? i : -i - 2;
    }
}
