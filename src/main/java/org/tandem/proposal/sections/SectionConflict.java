package org.tandem.proposal.sections;

import java.util.Map;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** Somebody else has saved the section since this text was begun: neither is lost, both are shown. */
final class SectionConflict extends Refused {

    private static final long serialVersionUID = 1L;

    SectionConflict(Map<String, Object> yours, StoredSection theirs) {
        super(
                Kind.CONFLICT,
                "proposal.sections.refused.elsewhere",
                MessageArgument.person(theirs.changedBy()),
                MessageArgument.time(theirs.changedAt()));
        telling(Map.of("yours", yours, "stored", SectionsApi.Content.of(theirs)));
    }
}
