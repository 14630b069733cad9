package org.tandem.proposal;

import java.util.List;
import java.util.Optional;
import org.tandem.cases.CaseView;

/**
 * What stands above every page of a proposal: {@code proposal/frame :: frame(frame, <code of the tab>)}.
 *
 * @param fundName of the intended fund, empty for not yet
 * @param form title of the form it is written in
 * @param latest the version that was frozen last
 * @param mayWrite whether the reader may change the content in this state
 * @param frozen whether a change makes reviews and clearances void
 */
public record ProposalFrame(
        CaseView view,
        Proposal proposal,
        Optional<String> fundName,
        String form,
        Optional<FrozenVersion> latest,
        List<ProposalTab> tabs,
        boolean mayWrite,
        boolean frozen) {}
