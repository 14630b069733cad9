package org.tandem.proposal.sections;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.proposal.CarriedTexts;

/**
 * A section of the new form keeps the text it has by its code; without one it takes that of the only section of its kind in the
 * form before. Texts of several sections of one kind are not guessed at.
 */
@Component
@RequiredArgsConstructor
class CarrySections implements CarriedTexts {

    private final StoredSections stored;
    private final SectionForms forms;
    private final Clock clock;

    @Override
    public Carried carry(CaseId id, ProposalTemplate from, ProposalTemplate to, UUID by) {
        Map<String, StoredSection> written = stored.of(id);
        List<String> kept = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        to.sections().stream().filter(forms::isWritten).forEach(section -> {
            boolean there = written.containsKey(section.id())
                    || onlyOne(to, section.kind())
                            .flatMap(unused -> onlyOne(from, section.kind()))
                            .map(Section::id)
                            .map(written::get)
                            .map(text -> copy(id, section, text, by))
                            .isPresent();
            (there ? kept : asked).add(section.title(LocaleContextHolder.getLocale()));
        });
        return new Carried(kept, asked);
    }

    private static Optional<Section> onlyOne(ProposalTemplate form, String kind) {
        List<Section> all =
                form.sections().stream().filter(one -> one.kind().equals(kind)).toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private StoredSection copy(CaseId id, Section section, StoredSection text, UUID by) {
        StoredSection copied = new StoredSection(section.id(), text.content(), 1, by, clock.instant());
        stored.save(id, copied, null);
        return copied;
    }
}
