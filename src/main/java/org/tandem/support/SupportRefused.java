package org.tandem.support;

import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.tasks.starts.LeadsToCase;

/** Why something cannot be done with a support request; each names the field and the remedy. */
final class SupportRefused {

    private SupportRefused() {}

    static Refused missing(String field) {
        return Refused.invalid(field, "support.refused.missing." + field);
    }

    static Refused unknown(String field, String code) {
        return Refused.invalid(field, "support.refused.unknown." + field, shortened(code));
    }

    static Refused onePartyFramework(String title) {
        return Refused.invalid("framework", "support.refused.onePartyFramework", title);
    }

    static Refused noDate(String text) {
        return Refused.invalid("wantedBy", "support.refused.noDate", shortened(text));
    }

    static Refused dateInThePast() {
        return Refused.invalid("wantedBy", "support.refused.dateInThePast");
    }

    static Refused mayNotAsk(String areaKey, String country) {
        return new MayNotAsk(areaKey, country);
    }

    static Refused nowhereToAsk() {
        return Refused.forbidden("support.refused.nowhereToAsk");
    }

    static Refused askedAlready(String caseId) {
        return new AskedAlready(caseId);
    }

    /** Nobody on the roster could answer for this party. */
    static Refused nobody(String agency, String areaKey) {
        return Refused.invalid(
                "agency", "support.refused.nobody", MessageArgument.agency(agency), MessageArgument.areaKey(areaKey));
    }

    static Refused movedOn() {
        return Refused.conflict("support.refused.movedOn");
    }

    static Refused askedAgainBefore() {
        return Refused.conflict("support.refused.askedAgainBefore");
    }

    static Refused noMechanism(String framework) {
        return Refused.notFound("support.refused.noMechanism", shortened(framework));
    }

    /** The same person has asked the same and waits for an answer; names the request. */
    static final class AskedAlready extends Refused implements LeadsToCase {
        private static final long serialVersionUID = 1L;
        private final String caseId;

        AskedAlready(String caseId) {
            super(Kind.CONFLICT, "question", "support.refused.askedAlready", caseId);
            this.caseId = caseId;
        }

        @Override
        public String caseId() {
            return caseId;
        }
    }

    /** None of the person's mandates reaches this area and country. */
    static final class MayNotAsk extends Refused {
        private static final long serialVersionUID = 1L;

        MayNotAsk(String areaKey, String country) {
            super(
                    Kind.FORBIDDEN,
                    "area",
                    "support.refused.mayNotAsk",
                    MessageArgument.areaKey(areaKey),
                    MessageArgument.country(country));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
