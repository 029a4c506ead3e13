package dev.bellrope.core.playbook;

import java.util.List;
import java.util.Map;

/**
 * Derives the severity from impact and urgency; complete, so every pair has an answer.
 *
 * @param impacts the words for impact, worst first
 * @param urgencies the words for urgency, most pressing first
 * @param cells impact to urgency to severity
 */
public record SeverityMatrix(List<String> impacts, List<String> urgencies, Map<String, Map<String, Severity>> cells) {
    public SeverityMatrix {
        impacts = List.copyOf(impacts);
        urgencies = List.copyOf(urgencies);
        cells = Map.copyOf(cells);
    }

    /**
     * Returns the severity of an impact and an urgency.
     *
     * @throws IllegalArgumentException if a word is not in the matrix
     */
    public Severity severity(String impact, String urgency) {
        Map<String, Severity> row = cells.get(impact);
        Severity found = row == null ? null : row.get(urgency);
        if (found == null) {
            throw new IllegalArgumentException("no severity for impact '" + impact + "' (one of " + impacts
                    + ") and urgency '" + urgency + "' (one of " + urgencies + ")");
        }
        return found;
    }
}
