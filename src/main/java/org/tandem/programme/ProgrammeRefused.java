package org.tandem.programme;

import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done with a programme; each names the remedy. */
final class ProgrammeRefused {

    private ProgrammeRefused() {}

    static Refused mayNotStart() {
        return Refused.forbidden("programme.refused.mayNotStart");
    }

    static Refused notYours() {
        return Refused.invalid("country", "programme.refused.notYours");
    }

    static Refused convening() {
        return Refused.invalid("convening", "proposal.refused.convening");
    }

    static Refused assessmentElsewhere() {
        return Refused.invalid("assessment", "programme.refused.assessmentElsewhere");
    }

    static Refused ended() {
        return Refused.conflict("programme.refused.ended");
    }

    static Refused submitted() {
        return Refused.conflict("programme.refused.submitted");
    }

    static Refused withdrawalAskedAlready(String agency) {
        return Refused.conflict("programme.refused.withdrawalAsked", MessageArgument.agency(agency));
    }

    static Refused onlyCoordinators() {
        return Refused.forbidden("programme.refused.onlyCoordinators");
    }

    static Refused ownWithdrawal() {
        return Refused.forbidden("programme.refused.ownWithdrawal");
    }

    static Refused answeredForAnother() {
        return Refused.forbidden("programme.refused.answeredForAnother");
    }

    static Refused notReady() {
        return Refused.conflict("programme.refused.notReady");
    }

    static Refused noFund() {
        return Refused.conflict("programme.refused.noFund");
    }

    static Refused notSelected() {
        return Refused.conflict("programme.refused.notSelected");
    }

    static Refused countryPaused() {
        return Refused.conflict("programme.refused.countryPaused");
    }
}
