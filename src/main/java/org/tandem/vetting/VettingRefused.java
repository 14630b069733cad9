package org.tandem.vetting;

import org.tandem.platform.Refused;

/** Why a vote is not accepted. */
final class VettingRefused {

    private VettingRefused() {}

    static Refused ownNomination() {
        return Refused.forbidden("vetting.refused.ownNomination");
    }

    static Refused votedForAnother() {
        return Refused.forbidden("vetting.refused.votedForAnother");
    }

    static Refused votedAlready() {
        return Refused.conflict("vetting.refused.votedAlready");
    }

    static Refused nothingToTakeBack() {
        return Refused.conflict("vetting.refused.nothingToTakeBack");
    }

    static Refused otherHasVoted() {
        return Refused.conflict("vetting.refused.otherHasVoted");
    }

    static Refused nothingToSettle() {
        return Refused.conflict("vetting.refused.nothingToSettle");
    }

    static Refused undecided() {
        return Refused.invalid("decision", "vetting.refused.undecided");
    }

    static Refused twice() {
        return Refused.conflict("vetting.refused.twice");
    }

    static Refused tooMany(int most) {
        return Refused.invalid("decisions", "vetting.refused.tooMany", most);
    }

    static Refused none() {
        return Refused.invalid("decisions", "vetting.refused.none");
    }

    static Refused notOpen() {
        return Refused.conflict("vetting.refused.notOpen");
    }
}
