package org.tandem.submission;

/** Keys of the user tasks of a submission. */
public final class SubmissionTasks {

    static final String PREPARE_PACKAGE = "preparePackage";
    static final String ANSWER_CONSULTATION = "answerConsultation";
    static final String WEIGH_COMMENTS = "weighComments";
    static final String MEET_OBJECTION = "meetObjection";
    static final String HAND_IN_PROPOSAL = "handInProposal";
    static final String MEET_CLOSING = "meetClosing";
    static final String CONFIRM_HAND_IN = "confirmHandIn";
    static final String RECORD_FUND_ANSWER = "recordFundAnswer";
    static final String ANSWER_CLARIFICATION = "answerClarification";
    static final String RESUBMIT_REVISED = "resubmitRevised";
    static final String WITHDRAW_AT_FUND = "withdrawAtFund";

    private SubmissionTasks() {}

    /** For the stage line of the case it came up on. */
    public static String[] all() {
        return new String[] {
            PREPARE_PACKAGE,
            ANSWER_CONSULTATION,
            WEIGH_COMMENTS,
            MEET_OBJECTION,
            HAND_IN_PROPOSAL,
            MEET_CLOSING,
            CONFIRM_HAND_IN,
            RECORD_FUND_ANSWER,
            ANSWER_CLARIFICATION,
            RESUBMIT_REVISED,
            WITHDRAW_AT_FUND
        };
    }
}
