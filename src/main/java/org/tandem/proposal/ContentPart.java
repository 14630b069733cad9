package org.tandem.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
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

    /** Where in this part an organisation stands that takes part, see {@link Places}: as long as it does, it is not removed. */
    default Stream<String> naming(CaseId id, String organisation) {
        return Stream.empty();
    }
}
