package dev.bellrope.core.escalation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known and confirmed on the way to the end.
 *
 * @param rootCause empty while unknown
 * @param workaround empty while there is none
 * @param criteria exit criteria that were confirmed or waived
 */
public record Closure(String rootCause, String workaround, Map<String, Confirmation> criteria) {
    public Closure {
        criteria = Collections.unmodifiableMap(new TreeMap<>(criteria));
    }
}
