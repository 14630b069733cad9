package org.tandem.models.tables;

import java.util.List;

/**
 * What is known about one decision table.
 *
 * @param unknown what was not understood, so that the table was not checked, in sentences
 */
public record TableReport(String file, String decision, List<TableFinding> findings, List<String> unknown) {

    public TableReport {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    public boolean isProven() {
        return findings.isEmpty() && unknown.isEmpty();
    }

    /** The last line about a table. */
    public String summary() {
        if (!unknown.isEmpty()) {
            return "not checked for gaps and overlaps: " + String.join(", ", unknown);
        }
        return findings.isEmpty() ? "neither gaps nor overlaps" : "gaps or overlaps";
    }
}
