package org.tandem.platform;

import java.util.Arrays;
import java.util.Optional;

/** What a person may be for an agency and a scope (D20). The code is what candidate groups, data files and the API use. */
public enum Role {
    FOCAL_POINT,
    COUNTRY_OFFICE,
    REGIONAL_DIRECTOR,
    COORDINATOR,
    TASK_TEAM,
    TECHNICAL_ADVISER,
    RESIDENT_COORDINATOR,
    FUND_CLERK,
    /** Of a fund's advisory committee. */
    COMMITTEE_MEMBER,
    OBSERVER,
    ADMINISTRATOR;

    /** Observers and members of committees read; nobody asks them for anything. */
    public boolean isAskedToAct() {
        return this != OBSERVER && this != COMMITTEE_MEMBER;
    }

    /** Small letters with hyphens, as in {@code focal-point}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
