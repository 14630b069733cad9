package org.tandem.proposal.readiness;

import org.tandem.funds.ProposalRule;
import org.tandem.platform.Message;
import org.tandem.proposal.Finding.Weight;

/**
 * A rule of the form as it stands for one proposal.
 *
 * @param lowered whether it only warns because somebody configured it so
 */
record RuleLine(ProposalRule rule, Weight weight, boolean lowered, Standing standing) {

    /** What is known of it; what people have to check is never met by itself. */
    enum Standing {
        FOUND,
        NOTHING_FOUND,
        FOR_PEOPLE
    }

    static Message words(ProposalRule rule) {
        return Message.of("proposal.rule." + rule.id());
    }

    public Message words() {
        return words(rule);
    }
}
