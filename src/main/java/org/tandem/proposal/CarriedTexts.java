package org.tandem.proposal;

import java.util.List;
import java.util.UUID;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate;

/** Port: takes what is written along when a proposal gets another form, so that only what differs is asked. */
public interface CarriedTexts {

    /**
     * @param kept titles of sections that have their text
     * @param asked titles of those that have to be written
     */
    record Carried(List<String> kept, List<String> asked) {}

    Carried carry(CaseId id, ProposalTemplate from, ProposalTemplate to, UUID by);
}
