package org.tandem.support;

import org.apache.commons.lang3.StringUtils;
import org.tandem.frameworks.Area;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done with a support request; each names the field and the remedy. */
final class SupportRefused {

    /** Longest code that is repeated in a sentence. */
    private static final int SHOWN = 40;

    private SupportRefused() {}

    static Refused noFramework(String code) {
        return code.isEmpty()
                ? Refused.invalid("framework", "support.refused.missing.framework")
                : Refused.invalid(
                        "framework", "support.refused.unknown.framework", StringUtils.abbreviate(code, "…", SHOWN));
    }

    /** None of the person's mandates reaches this area and country. */
    static Refused mayNotAsk(Area area, String country) {
        MessageArgument areaKey = MessageArgument.areaKey(area.areaKey());
        return Refused.forbidden("support.refused.mayNotAsk", areaKey, MessageArgument.country(country))
                .about("area");
    }

    static Refused nowhereToAsk() {
        return Refused.forbidden("support.refused.nowhereToAsk");
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
        return Refused.notFound("support.refused.noMechanism", StringUtils.abbreviate(framework, "…", SHOWN));
    }
}
