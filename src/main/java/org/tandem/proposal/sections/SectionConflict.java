package org.tandem.proposal.sections;

import java.util.Map;
import lombok.Getter;
import lombok.experimental.Accessors;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Somebody else has saved the section since this text was begun: neither is lost, both are shown. */
@Getter
@Accessors(fluent = true)
final class SectionConflict extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> yours;
    private final transient StoredSection theirs;

    SectionConflict(Map<String, Object> yours, StoredSection theirs) {
        super(
                Kind.CONFLICT,
                "proposal.sections.refused.elsewhere",
                MessageArgument.person(theirs.changedBy()),
                MessageArgument.time(theirs.changedAt()));
        this.yours = yours;
        this.theirs = theirs;
    }
}
