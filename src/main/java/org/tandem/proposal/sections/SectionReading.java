package org.tandem.proposal.sections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.divergence.DisputedPlaces;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.funds.ProposalTemplates;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.TextRules;
import org.tandem.proposal.Leads;
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.Proposals;
import org.tandem.proposal.Writers;
import org.tandem.proposal.sections.SectionRules.Asked;
import org.tandem.proposal.sections.SectionRules.Gap;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.forms.RenderedForm;

/** The sections of a proposal as its readers see them. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class SectionReading {

    private final Cases cases;
    private final Proposals proposals;
    private final ProposalTemplates templates;
    private final StoredSections stored;
    private final SectionForms forms;
    private final SectionChoices choices;
    private final Organisations organisations;
    private final Writers writers;
    private final Leads leads;
    private final DisputedPlaces disputed;
    private final Roster roster;
    private final MessageSource messages;

    /** How far a section is. */
    enum Progress {
        EMPTY,
        BEGUN,
        FULL,
        ELSEWHERE
    }

    /**
     * A section in the list.
     *
     * @param words that are written in it
     * @param changedBy name of who saved it last, null when nobody has
     * @param leads who leads it, by party
     */
    record Listed(
            Section section,
            String title,
            Progress progress,
            int words,
            int revision,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            Map<String, UUID> leads,
            List<Gap> gaps) {}

    /**
     * All that the pages of a proposal's sections are made of.
     *
     * @param writer whether the reader is one of those who write
     * @param state null before anything is drafted and once it was withdrawn
     * @param disputed places with the divergence about each
     */
    record Sections(
            CaseView view,
            ProposalTemplate template,
            Map<String, StoredSection> stored,
            FormContext context,
            boolean writer,
            @Nullable ProposalState state,
            Map<String, CaseId> disputed) {

        public boolean writable() {
            return writer && state != null;
        }

        /** The divergence that has to be settled before anybody writes there, null when there is none. */
        public @Nullable CaseId disputedIn(String section) {
            return disputed.getOrDefault(section, disputed.get(Places.WHOLE));
        }

        /** Whether a change makes void what was said in reviews and clearances. */
        public boolean frozen() {
            return state != null && !state.isBeingWritten();
        }

        /** In the order of the form. */
        List<Section> all() {
            return template.sections();
        }

        Section section(String code) {
            return template.section(code).orElseThrow(() -> Refused.notFound("proposal.sections.refused.none", code));
        }

        Map<String, Object> content(String code) {
            return saved(code).content();
        }

        /** As it is now; its revision is 0 when nothing was ever written. */
        StoredSection saved(String code) {
            return stored.getOrDefault(code, StoredSection.unwritten(code));
        }
    }

    Sections readable(CaseId id, SignedIn who) {
        CaseView view = cases.readable(id, who);
        return sections(view, writers.mayWrite(view, who));
    }

    Sections of(CaseId id) {
        return sections(cases.find(id).orElseThrow(), false);
    }

    private Sections sections(CaseView view, boolean writer) {
        ProposalTemplate template =
                templates.find(proposals.of(view.caseId()).template()).orElseThrow();
        Map<String, StoredSection> all = stored.of(view.caseId());
        return new Sections(
                view,
                template,
                all,
                context(view, template, code -> all.getOrDefault(code, StoredSection.unwritten(code))
                        .content()),
                writer,
                ProposalState.of(view).orElse(null),
                disputed.of(view.caseId()));
    }

    List<Listed> list(Sections sections) {
        Map<UUID, String> names = roster.namesOf(sections.stored().values().stream()
                .flatMap(saved -> Stream.ofNullable(saved.changedBy()))
                .toList());
        Map<String, SortedMap<String, UUID>> led = leads.all(sections.view().caseId());
        return sections.all().stream()
                .map(section -> listed(sections, section, names, led.getOrDefault(section.id(), new TreeMap<>())))
                .toList();
    }

    private Listed listed(Sections sections, Section section, Map<UUID, String> names, SortedMap<String, UUID> led) {
        StoredSection saved = sections.saved(section.id());
        List<Gap> gaps = gaps(sections, section);
        return new Listed(
                section,
                section.title(LocaleContextHolder.getLocale()),
                progress(section, saved, gaps),
                words(saved.content()),
                saved.revision(),
                saved.changedBy() == null ? null : names.get(saved.changedBy()),
                saved.changedAt(),
                led,
                gaps);
    }

    private Progress progress(Section section, StoredSection saved, List<Gap> gaps) {
        if (!forms.isWritten(section)) {
            return Progress.ELSEWHERE;
        }
        return saved.content().isEmpty() ? Progress.EMPTY : gaps.isEmpty() ? Progress.FULL : Progress.BEGUN;
    }

    /** What is missing in it; nothing for what is written elsewhere. */
    List<Gap> gaps(Sections sections, Section section) {
        Map<String, Object> content = sections.content(section.id());
        Asked asked = new Asked(
                options(sections, "principles").map(Option::value).collect(Collectors.toSet()),
                options(sections, SectionChoices.ORGANISATIONS).toList());
        return forms.of(section).stream()
                .flatMap(form -> SectionRules.gaps(
                        section.kind(),
                        section.required(),
                        content,
                        form.checkKept(FormInput.ofValues(content), context(sections, section, content))
                                .errors(),
                        asked)
                        .stream())
                .filter(gap -> sections.template().rules().contains(gap.rule()))
                .toList();
    }

    private static Stream<Option> options(Sections sections, String options) {
        return sections.context().options().get(options).stream();
    }

    FormDefinition form(Section section) {
        return forms.of(section).orElseThrow(() -> Refused.notFound("proposal.sections.refused.none", section.id()));
    }

    /** The results framework refers to itself as it is being typed, every other section to it as it is saved. */
    FormContext context(Sections sections, Section section, Map<String, Object> content) {
        return section.kind().equals("results-framework")
                ? context(sections.view(), sections.template(), code -> content)
                : sections.context();
    }

    private FormContext context(
            CaseView view, ProposalTemplate template, Function<String, Map<String, Object>> content) {
        return choices.of(
                view.areaKey(), template, organisations.of(view.caseId()), content, LocaleContextHolder.getLocale());
    }

    RenderedForm rendered(Sections sections, Section section, FormInput typed) {
        FormDefinition form = form(section);
        Map<String, Object> content = form.written(typed);
        FormContext context = choices.withGone(context(sections, section, content), content);
        return form.render(typed, context, messages);
    }

    /** The words of what was chosen in a field, be it of a row. */
    Optional<String> chosen(Sections sections, Section section, String name, String value) {
        FormContext context = context(sections, section, sections.content(section.id()));
        return form(section).choice(name.replaceFirst("\\.\\d+\\.", "."), value, context, messages);
    }

    SectionText text(Sections sections, Section section, Map<String, Object> content) {
        return SectionText.of(rendered(sections, section, FormInput.ofValues(content)));
    }

    /** Words in all texts of a section. */
    static int words(Object content) {
        if (content instanceof Map<?, ?> row) {
            return row.values().stream().mapToInt(SectionReading::words).sum();
        }
        return content instanceof List<?> list
                ? list.stream().mapToInt(SectionReading::words).sum()
                : TextRules.words(content.toString());
    }
}
