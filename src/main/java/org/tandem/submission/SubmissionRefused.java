package org.tandem.submission;

import org.tandem.funds.Call;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Why something cannot be done with a submission; each names the remedy. */
final class SubmissionRefused {

    private SubmissionRefused() {}

    static Refused noCall(String code) {
        return Refused.invalid("call", "submission.refused.noCall", code);
    }

    static Refused callClosed(Call call) {
        return Refused.conflict("submission.refused.callClosed", call.title());
    }

    static Refused callNotOpen(Call call) {
        return Refused.conflict("submission.refused.callNotOpen", call.title());
    }

    /** @param why what does not fit, in words */
    static Refused misfit(String why) {
        return Refused.invalid("call", "submission.refused.misfit", why);
    }

    static Refused otherForm() {
        return Refused.invalid("decision", "submission.refused.otherForm");
    }

    static Refused sameForm() {
        return Refused.invalid("decision", "submission.refused.sameForm");
    }

    static Refused notReady() {
        return Refused.conflict("submission.refused.notReady");
    }

    static Refused waiting() {
        return Refused.conflict("submission.refused.waiting");
    }

    static Refused withdrawalAsked(String agency) {
        return Refused.conflict("submission.refused.withdrawalAsked", MessageArgument.agency(agency));
    }

    static Refused countryPaused() {
        return Refused.conflict("submission.refused.countryPaused");
    }

    static Refused onTheCommittee(String fund) {
        return Refused.forbidden("submission.refused.onTheCommittee", fund);
    }

    static Refused clearedByCommittee(String fund) {
        return Refused.invalid("call", "submission.refused.clearedByCommittee", fund);
    }

    static Refused letterNeeded() {
        return Refused.invalid("letter", "submission.refused.letterNeeded");
    }

    static Refused tooLate() {
        return Refused.invalid("on", "submission.refused.tooLate");
    }

    static Refused twice(String field) {
        return Refused.invalid(field, "submission.refused.twice");
    }

    static Refused amountsMissing() {
        return Refused.invalid("amounts", "submission.refused.amountsMissing");
    }

    static Refused moreThanAsked() {
        return Refused.invalid("amounts", "submission.refused.moreThanAsked");
    }

    static Refused noPackage() {
        return Refused.notFound("submission.refused.noPackage");
    }

    static Refused noReceipt() {
        return Refused.notFound("submission.refused.noReceipt");
    }

    static Refused ownReceipt() {
        return Refused.forbidden("submission.refused.ownReceipt");
    }

    static Refused notAWriter() {
        return Refused.forbidden("submission.refused.notAWriter");
    }

    static Refused noConditions() {
        return Refused.conflict("submission.refused.noConditions");
    }
}
