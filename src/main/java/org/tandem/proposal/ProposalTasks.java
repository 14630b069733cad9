package org.tandem.proposal;

/** Keys of the user tasks of a proposal, for the stage whose cases it is written for. */
public final class ProposalTasks {

    public static final String DRAFT_PROPOSAL = "draftProposal";
    public static final String REVIEW_PROPOSAL = "reviewProposal";
    public static final String CLEAR_PROPOSAL = "clearProposal";
    public static final String REVISE_PROPOSAL = "reviseProposal";

    private ProposalTasks() {}
}
