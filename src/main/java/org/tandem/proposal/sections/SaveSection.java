package org.tandem.proposal.sections;

import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.OpenedPage;
import org.tandem.proposal.ChangeContent;

/** One section says something else from now on; whoever has not seen the newest text is shown it first. */
@UseCase
@RequiredArgsConstructor
class SaveSection {

    private final ChangeContent change;
    private final StoredSections stored;
    private final Clock clock;

    /** @throws SectionConflict when it was saved since this revision by anything but the same page, or is not that far */
    StoredSection save(
            CaseId id,
            String section,
            Map<String, Object> content,
            int base,
            @Nullable OpenedPage page,
            boolean reopen,
            SignedIn who) {
        change.begin(id, who, section, reopen);
        StoredSection newest = stored.find(id, section).orElse(null);
        int revision = newest == null ? 0 : newest.revision();
        if (newest == null && base > 0) {
            throw Refused.invalid("revision", "proposal.sections.refused.noRevision");
        }
        if (newest != null
                && (base > revision || base < revision && stored.changedElsewhere(id, section, base, page))) {
            throw new SectionConflict(content, newest);
        }
        StoredSection saved = new StoredSection(section, content, revision + 1, who.personId(), clock.instant());
        stored.save(id, saved, page);
        return saved;
    }
}
