package org.tandem.divergence;

import org.tandem.platform.Refused;

/** Why a divergence is not opened, does not rise, or is not settled so. */
final class DivergenceRefused {

    private DivergenceRefused() {}

    static Refused unknown() {
        return Refused.notFound("divergence.refused.unknown");
    }

    static Refused matterMissing() {
        return Refused.invalid("matter", "divergence.refused.matter");
    }

    static Refused notRaisable() {
        return Refused.invalid("subject", "divergence.refused.subject");
    }

    static Refused matterOver() {
        return Refused.conflict("divergence.refused.matterOver");
    }

    static Refused mayNotRaise() {
        return Refused.forbidden("divergence.refused.mayNotRaise");
    }

    static Refused filedAtTheTop() {
        return Refused.invalid("level", "divergence.refused.top");
    }

    static Refused onlyDirectorsStartAtRegion() {
        return Refused.invalid("level", "divergence.refused.region");
    }

    static Refused unknownLevel() {
        return Refused.invalid("level", "divergence.refused.level");
    }

    static Refused noPlace() {
        return Refused.invalid("place", "divergence.refused.noPlace");
    }

    static Refused sharesNotWhole() {
        return Refused.invalid("shares", "divergence.refused.sharesNotWhole");
    }

    static Refused sharedTwice() {
        return Refused.invalid("shares", "divergence.refused.sharedTwice");
    }

    static Refused openAlready(String id) {
        return Refused.conflict("divergence.refused.openAlready", id);
    }

    static Refused over() {
        return Refused.conflict("divergence.refused.over");
    }

    static Refused statedAlready() {
        return Refused.conflict("divergence.refused.statedAlready");
    }

    static Refused statedForAnother() {
        return Refused.forbidden("divergence.refused.statedForAnother");
    }

    static Refused positionsMissing() {
        return Refused.invalid("move", "divergence.refused.positionsMissing");
    }

    static Refused noAttempt() {
        return Refused.invalid("move", "divergence.refused.noAttempt");
    }

    static Refused nothingAbove() {
        return Refused.conflict("divergence.refused.nothingAbove");
    }

    static Refused nothingOnTheTable() {
        return Refused.conflict("divergence.refused.nothingOnTheTable");
    }

    static Refused ownText() {
        return Refused.forbidden("divergence.refused.ownText");
    }

    static Refused nobodyToAdvise() {
        return Refused.invalid("advice", "divergence.refused.nobodyToAdvise");
    }
}
