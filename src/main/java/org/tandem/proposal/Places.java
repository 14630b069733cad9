package org.tandem.proposal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.web.ArgumentNaming;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.CommentPlaces;

/** Places of a proposal that a review, a comment or a divergence may name: the whole, its sections, its budget, who joins. */
@Component
@RequiredArgsConstructor
public class Places implements CommentPlaces, ArgumentNaming {

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
        return of(id, LocaleContextHolder.getLocale());
    }

    private List<Option> of(CaseId id, Locale locale) {
        return Stream.concat(
                        Stream.of(WHOLE, BUDGET, WHO_JOINS)
                                .map(place -> new Option(
                                        place, translator.say(Message.of("proposal.place." + place), locale))),
                        templates.find(proposals.of(id).template()).stream()
                                .flatMap(template -> template.sections().stream())
                                .filter(written::isWritten)
                                .map(section -> new Option(section.id(), section.title(locale))))
                .toList();
    }

    /** What a place is called; a place of an earlier form by its code. */
    public String name(CaseId id, String place) {
        return name(id, place, LocaleContextHolder.getLocale());
    }

    private String name(CaseId id, String place, Locale locale) {
        return of(id, locale).stream()
                .filter(option -> option.value().equals(place))
                .map(Option::label)
                .findFirst()
                .orElse(place);
    }

    @Override
    public List<Option> of(CaseView view) {
        return proposals.existsById(view.id()) ? of(view.caseId()) : List.of();
    }

    @Override
    public MessageArgument named(CaseView view, String place) {
        return MessageArgument.of(kind(), view.id() + " " + place);
    }

    @Override
    public String kind() {
        return "place";
    }

    /** @param code of the case and of the place in it */
    @Override
    public String name(String code, Locale locale) {
        String[] parts = code.split(" ", 2);
        return name(new CaseId(parts[0]), parts[1], locale);
    }
}
