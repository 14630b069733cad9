package org.tandem.proposal;

import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done with a proposal; each names the remedy. */
public final class ProposalRefused {

    private ProposalRefused() {}

    public static Refused none(CaseId id) {
        return new CaseRefused.Unknown(id.value());
    }

    public static Refused notAWriter() {
        return Refused.forbidden("proposal.refused.notAWriter");
    }

    static Refused onlyConvening(String agency) {
        return Refused.forbidden("proposal.refused.onlyConvening", MessageArgument.agency(agency));
    }

    static Refused takesPart() {
        return Refused.invalid("name", "proposal.refused.takesPart");
    }

    static Refused takesNoPart(String field) {
        return Refused.invalid(field, "proposal.refused.takesNoPart");
    }

    /** @param places where it has to be taken out first, in words */
    static Refused stillNamed(String field, String organisation, String places) {
        return Refused.invalid(field, "proposal.refused.stillNamed", organisation, places);
    }

    static Refused hasAShare(String field, String organisation, CaseId settledIn) {
        return Refused.invalid(field, "proposal.refused.hasAShare", organisation, settledIn.value());
    }

    static Refused profileMoved() {
        return Refused.conflict("proposal.refused.profileMoved");
    }

    /** It was reviewed or cleared; whoever changes it has to say so. */
    public static Refused frozen() {
        return Refused.conflict("proposal.refused.frozen");
    }

    static Refused disputed(CaseId divergence) {
        return Refused.conflict("proposal.refused.disputed", divergence.value());
    }

    public static Refused notWritten() {
        return Refused.conflict("proposal.refused.notWritten");
    }

    public static Refused noVersion(int number) {
        return Refused.notFound("proposal.refused.noVersion", number);
    }

    public static Refused hadAHand() {
        return Refused.forbidden("proposal.refused.hadAHand");
    }

    static Refused namedByAWriter() {
        return Refused.forbidden("proposal.refused.namedByAWriter");
    }

    static Refused answeredForAnother() {
        return Refused.forbidden("proposal.refused.answeredForAnother");
    }

    public static Refused onTheCommittee(String fund) {
        return Refused.forbidden("proposal.refused.onTheCommittee", fund);
    }
}
