package org.tandem.proposal;

import org.tandem.cases.CaseId;
import org.tandem.platform.Message;

/**
 * A page of the proposal, in the order of the pages.
 *
 * @param code as in its address, {@code /proposal/<case>/<code>}; empty for the first
 */
public record ProposalTab(int order, String code, Message name) {

    public String address(CaseId id) {
        return "/proposal/" + id + (code.isEmpty() ? "" : "/" + code);
    }
}
