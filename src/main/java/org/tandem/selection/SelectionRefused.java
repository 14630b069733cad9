package org.tandem.selection;

import org.tandem.platform.AlreadyThere;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done in the selection of countries; each names the field and the remedy. */
final class SelectionRefused {

    private SelectionRefused() {}

    static Refused unknownFramework(String code) {
        return Refused.invalid("framework", "selection.refused.unknownFramework", shortened(code));
    }

    static Refused onePartyFramework(String title) {
        return Refused.invalid("framework", "selection.refused.onePartyFramework", title);
    }

    static Refused unknownCountry(String code) {
        return Refused.invalid("country", "selection.refused.unknownCountry", shortened(code));
    }

    static Refused noArea() {
        return Refused.invalid("areas", "selection.refused.noArea");
    }

    static Refused unknownArea(String code, String framework) {
        return Refused.invalid("areas", "selection.refused.unknownArea", shortened(code), framework);
    }

    static Refused unknownGain(String area, String gain) {
        return Refused.invalid("gain." + area, "selection.refused.unknownGain", shortened(gain), area);
    }

    static Refused missingGain(String area) {
        return Refused.invalid("gain." + area, "selection.refused.missingGain", area);
    }

    static Refused unknownCollaboration(String code) {
        return Refused.invalid("collaborations", "selection.refused.unknownCollaboration", shortened(code));
    }

    static Refused noCollaborationUnexplained() {
        return Refused.invalid("noCollaboration", "selection.refused.noCollaborationUnexplained");
    }

    static Refused absenceUnexplained(String agencies) {
        return Refused.invalid(
                "absenceExplanation", "selection.refused.absenceUnexplained", MessageArgument.agency(agencies));
    }

    static AlreadyThere alreadyOpen(String caseId) {
        return new AlreadyThere("country", "selection.refused.alreadyOpen", caseId);
    }

    static Refused ceilingReached(int ceiling) {
        return Refused.conflict("selection.refused.ceilingReached", ceiling);
    }

    static Refused mayNotNominate(String areaKey) {
        return Refused.forbidden("selection.refused.mayNotNominate", MessageArgument.areaKey(areaKey))
                .about("areas");
    }

    static Refused nowhereToNominate() {
        return Refused.forbidden("selection.refused.nowhereToNominate");
    }

    static Refused notProposed() {
        return Refused.conflict("selection.refused.notProposed");
    }

    static Refused ownNomination() {
        return Refused.forbidden("selection.refused.ownNomination");
    }

    static Refused answeredForAnother() {
        return Refused.forbidden("selection.refused.answeredForAnother");
    }

    static Refused answeredAlready() {
        return Refused.conflict("selection.refused.answeredAlready");
    }

    static Refused withdrawn() {
        return Refused.conflict("selection.refused.withdrawn");
    }

    static Refused onlyCoordinators() {
        return Refused.forbidden("selection.refused.onlyCoordinators");
    }

    static Refused ownWithdrawal() {
        return Refused.forbidden("selection.refused.ownWithdrawal");
    }

    static Refused withdrawalAskedAlready(String agency) {
        return Refused.conflict("selection.refused.withdrawalAskedAlready", MessageArgument.agency(agency));
    }

    static Refused notSuspendedByYou(String agency) {
        return Refused.forbidden("selection.refused.notSuspendedByYou", MessageArgument.agency(agency));
    }

    static Refused pausedAlready() {
        return Refused.conflict("selection.refused.pausedAlready");
    }

    static Refused notSuspended() {
        return Refused.conflict("selection.refused.notSuspended");
    }

    static Refused ended() {
        return Refused.conflict("selection.refused.ended");
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
