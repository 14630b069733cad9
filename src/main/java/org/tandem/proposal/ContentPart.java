package org.tandem.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import org.tandem.cases.CaseId;

/**
 * A part of what a proposal says, e.g. its sections or its budget. All parts together are what is frozen, compared and
 * printed; a part that is left out of here would not be cleared by anybody.
 */
public interface ContentPart {

    /** Under which name it stands in the whole. */
    String name();

    /** What it says now; texts and exact numbers only, money as text with two decimals. */
    JsonNode of(CaseId id);
}
