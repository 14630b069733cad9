package org.tandem.proposal;

import java.time.Instant;
import org.tandem.cases.CaseId;

/**
 * A version that was frozen to be reviewed or cleared (D37).
 *
 * @param content canonical JSON (RFC 8785) of everything the proposal says
 * @param fingerprint SHA-256 of it, in hexadecimal
 */
public record FrozenVersion(
        CaseId caseId, int number, String fingerprint, String content, long contentVersion, Instant frozenAt) {

    private static final int SHOWN = 12;

    /** As it is shown on page, document and clearance. */
    public String shortFingerprint() {
        return fingerprint.substring(0, SHOWN);
    }
}
