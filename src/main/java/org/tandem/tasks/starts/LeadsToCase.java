package org.tandem.tasks.starts;

import lombok.Getter;
import org.tandem.platform.Refused;

/** Nothing is begun, because there is a case already: the page leads to it. */
@Getter
public final class LeadsToCase extends Refused {

    private static final long serialVersionUID = 1L;
    private final String caseId;

    /** @param messageKey of a sentence that names the case */
    public LeadsToCase(String field, String messageKey, String caseId) {
        super(Kind.CONFLICT, field, messageKey, caseId);
        this.caseId = caseId;
    }
}
