package org.tandem.proposal;

import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.platform.Refused;

/** Why something cannot be done with a proposal; each names the remedy. */
final class ProposalRefused {

    private ProposalRefused() {}

    static Refused none(CaseId id) {
        return new CaseRefused.Unknown(id.value());
    }

    static Refused notAWriter() {
        return Refused.forbidden("proposal.refused.notAWriter");
    }

    /** It was reviewed or cleared; whoever changes it has to say so. */
    static Refused frozen() {
        return Refused.conflict("proposal.refused.frozen");
    }

    static Refused notWritten() {
        return Refused.conflict("proposal.refused.notWritten");
    }

    static Refused hadAHand() {
        return Refused.forbidden("proposal.refused.hadAHand");
    }

    static Refused onTheCommittee(String fund) {
        return Refused.forbidden("proposal.refused.onTheCommittee", fund);
    }
}
