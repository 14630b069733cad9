package org.tandem.proposal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.Option;

/** Places of a proposal that a review, a comment or a divergence may name: the whole, its sections, its budget, who joins. */
@Component
@RequiredArgsConstructor
public class Places {

    public static final String WHOLE = "WHOLE";
    public static final String BUDGET = "BUDGET";
    public static final String WHO_JOINS = "WHO_JOINS";

    private final Proposals proposals;
    private final ProposalTemplates templates;
    private final Translator translator;
    private final WrittenHere written;

    /** Which sections of a form are written section by section; the others are parts of the whole, or the budget. */
    public interface WrittenHere {
        boolean isWritten(Section section);
    }

    /** In the order of the document; a section by the code of its form. */
    public List<Option> of(CaseId id) {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.concat(
                        Stream.of(WHOLE, BUDGET, WHO_JOINS)
                                .map(place -> new Option(place, translator.say("proposal.place." + place))),
                        templates.find(proposals.of(id).template()).stream()
                                .flatMap(template -> template.sections().stream())
                                .filter(written::isWritten)
                                .map(section -> new Option(section.id(), section.title(locale))))
                .toList();
    }

    /** What a place is called; a place of an earlier form by its code. */
    public String name(CaseId id, String place) {
        return of(id).stream()
                .filter(option -> option.value().equals(place))
                .map(Option::label)
                .findFirst()
                .orElse(place);
    }
}
