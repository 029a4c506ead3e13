package dev.bellrope.core.fact;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.CelByteString;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/**
 * What one evaluation may read and make: counts the letters and items of every value on the way, so that neither
 * {@code +} nor lists of lists can fill the memory, and cuts short a thread that was interrupted. The count depends on
 * the facts alone, so the same expression over the same facts always ends alike.
 */
final class EvaluationBudget implements CelEvaluationListener {
    private long left = Expressions.MOST_WORK;

    /** Thrown when the budget is spent. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("it reads or makes too much", null, false, false);
        }
    }

    /** Returns whether a failure, or what caused it, is that the budget was spent. */
    static boolean isCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Spent) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void callback(CelExpr part, Object value) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Spent();
        }
        spend(value);
    }

    /** What a list holds twice counts twice, since comparing it takes as long. */
    private void spend(Object value) {
        left--;
        if (value instanceof CharSequence text) {
            left -= text.length();
        } else if (value instanceof CelByteString bytes) {
            left -= bytes.size();
        }
        if (left < 0) {
            throw new Spent();
        }
        if (value instanceof Collection<?> items) {
            items.forEach(this::spend);
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> {
                spend(name);
                spend(field);
            });
        }
    }
}
