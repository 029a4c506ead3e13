package dev.bellrope.bench;

/** How much is measured. */
public enum Extent {
    /** For figures that stand for something; takes many minutes. */
    FULL,
    /** To see in a few minutes roughly where it stands. */
    QUICK,
    /** Only that every step is taken, in seconds; the figures mean nothing. */
    SMOKE;

    private static final int LESS = 10;

    /** The one number for a quick run, the other for figures; for a smoke run a tenth of the quick one, and 1 at least. */
    public int of(int quick, int full) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> Math.max(1, quick / LESS);
        };
    }
}
