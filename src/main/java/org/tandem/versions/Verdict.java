package org.tandem.versions;

import java.util.List;
import org.tandem.models.Finding;
import org.tandem.models.soundness.SoundnessReport;

/**
 * What the checks say about a version.
 *
 * @param findings of its module: wiring, naming, soundness, tables
 */
record Verdict(List<Finding> findings, SoundnessReport soundness) {

    public boolean isGood() {
        return findings.isEmpty() && soundness.isProvenSound();
    }
}
