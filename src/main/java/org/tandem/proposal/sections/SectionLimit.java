package org.tandem.proposal.sections;

import java.util.Map;
import java.util.Optional;
import org.tandem.funds.ProposalTemplate.Limit;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.platform.TextRules;

/**
 * How long a text is against what the fund allows.
 *
 * @param written in the unit of the limit; pages are counted as their words
 * @param most the same, 0 when there is no limit
 */
record SectionLimit(Limit limit, int written, int most) {

    static Optional<SectionLimit> of(Section section, Map<String, Object> content) {
        Limit limit = section.limit();
        if (limit == null) {
            return Optional.empty();
        }
        int words = SectionForms.words(limit);
        int characters = Rows.text(content, "text").map(TextRules::length).orElse(0);
        return Optional.of(
                words > 0
                        ? new SectionLimit(limit, SectionReading.words(content), words)
                        : new SectionLimit(limit, characters, limit.max()));
    }

    public boolean isOver() {
        return written > most;
    }
}
