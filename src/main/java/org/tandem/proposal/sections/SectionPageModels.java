package org.tandem.proposal.sections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Places;
import org.tandem.proposal.ProposalFrame;
import org.tandem.proposal.ReadProposal;
import org.tandem.proposal.sections.SectionReading.Listed;
import org.tandem.proposal.sections.SectionReading.Progress;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.drafts.PageDrafts;
import org.tandem.tasks.forms.FormInput;

/** What the pages of the sections show. */
@Component
@RequiredArgsConstructor
class SectionPageModels {

    private final SectionReading reading;
    private final SectionVersions versions;
    private final PageDrafts drafts;
    private final ReadProposal proposals;
    private final Translator translator;
    private final CaseHistory history;
    private final Places places;

    /** Name of a person's own text of a section that could not be saved. */
    static String draft(CaseId id, String section) {
        return "section:" + id + ":" + section;
    }

    void list(CaseId id, SignedIn who, Map<String, Object> model) {
        Sections sections = reading.readable(id, who);
        frame(id, who, model);
        model.put("sections", sections);
        List<Listed> listed = reading.list(sections);
        model.put("listed", listed);
        model.put("full", count(listed, Progress.FULL));
        model.put("written", listed.size() - count(listed, Progress.ELSEWHERE));
        model.put("limits", limits(sections));
    }

    private static long count(List<Listed> listed, Progress progress) {
        return listed.stream().filter(one -> one.progress() == progress).count();
    }

    private static Map<String, SectionLimit> limits(Sections sections) {
        Map<String, SectionLimit> limits = new HashMap<>();
        for (Section section : sections.all()) {
            SectionLimit.of(section, sections.content(section.id()))
                    .ifPresent(limit -> limits.put(section.id(), limit));
        }
        return limits;
    }

    /** What stands above the page; and where the kinds are that are not written here, if their page is there. */
    private void frame(CaseId id, SignedIn who, Map<String, Object> model) {
        ProposalFrame frame = proposals.frame(id, who);
        model.put("frame", frame);
        model.put(
                "elsewhere",
                Map.of(
                        "budget", page(frame, "budget"),
                        "cover", page(frame, "document"),
                        "signatures", page(frame, "document")));
    }

    private static String page(ProposalFrame frame, String code) {
        CaseId id = frame.view().caseId();
        return frame.tabs().stream()
                .filter(tab -> tab.code().equals(code))
                .map(tab -> tab.address(id))
                .findFirst()
                .orElse("/proposal/" + id);
    }

    void section(CaseId id, String code, @Nullable String add, SignedIn who, Map<String, Object> model) {
        Sections sections = reading.readable(id, who);
        Section section = sections.section(code);
        FormInput stored = FormInput.ofValues(sections.content(code));
        Optional<Draft> own = drafts.of(draft(id, code), who.personId()).filter(kept -> !reading.form(section)
                .written(FormInput.of(kept.typed()))
                .equals(sections.content(code)));
        FormInput shown = own.map(kept -> FormInput.of(kept.typed())).orElse(stored);
        if (add != null) {
            shown = reading.form(section).withRows(shown, "add:" + add);
        }
        fill(sections, section, shown, own.isPresent(), who, model);
        own.ifPresent(kept -> {
            Map<String, Object> typed = reading.form(section).written(FormInput.of(kept.typed()));
            model.put("ownText", reading.text(sections, section, typed).said());
            model.put("ownSavedAt", kept.savedAt());
        });
    }

    void again(CaseId id, String code, FormInput typed, Refused refused, SignedIn who, Map<String, Object> model) {
        Sections sections = reading.readable(id, who);
        fill(sections, sections.section(code), typed, refused.kind() == Refused.Kind.CONFLICT, who, model);
        if (refused instanceof DraftElsewhere other) {
            model.put(
                    "leftOver",
                    other.texts(
                            typed.asMap(),
                            (name, value) -> reading.chosen(sections, sections.section(code), name, value)));
        }
        model.put(
                "errors",
                refused.details().isEmpty()
                        ? List.of(new FieldMessage(null, translator.say(refused.words())))
                        : refused.details().stream()
                                .map(detail -> new FieldMessage(
                                        detail.field().replace('.', '-'), translator.say(detail.words())))
                                .toList());
    }

    /** @param own whether the text could not be saved and is the writer's own so far */
    private void fill(
            Sections sections, Section section, FormInput shown, boolean own, SignedIn who, Map<String, Object> model) {
        frame(sections.view().caseId(), who, model);
        List<Listed> listed = reading.list(sections);
        Listed here = listed.stream()
                .filter(one -> one.section().equals(section))
                .findFirst()
                .orElseThrow();
        Map<String, Object> stored = sections.content(section.id());
        model.put("sections", sections);
        model.put("listed", listed);
        model.put("here", here);
        model.put("own", own);
        model.put("form", reading.rendered(sections, section, shown));
        model.put("text", reading.text(sections, section, stored).said());
        model.put("levels", RiskLevel.of(stored));
        model.put("comments", history.comments(sections.view().caseId(), places.named(sections.view(), section.id())));
        model.put("limit", SectionLimit.of(section, stored).orElse(null));
        List<Listed> written = listed.stream()
                .filter(one -> one.progress() != Progress.ELSEWHERE)
                .toList();
        int at = written.indexOf(here);
        model.put("before", at > 0 ? written.get(at - 1) : null);
        model.put("next", at < written.size() - 1 ? written.get(at + 1) : null);
    }

    /** Two versions beside each other; the newest against the one before it where none are asked for. */
    void versions(
            CaseId id,
            String code,
            @Nullable Integer from,
            @Nullable Integer to,
            SignedIn who,
            Map<String, Object> model) {
        Sections sections = reading.readable(id, who);
        Section section = sections.section(code);
        reading.form(section);
        frame(id, who, model);
        List<SectionVersions.Version> all = versions.of(id, code);
        int newest = to != null ? to : all.isEmpty() ? 0 : all.get(0).saved().revision();
        int older = from != null
                ? from
                : all.stream()
                        .map(version -> version.saved().revision())
                        .filter(revision -> revision < newest)
                        .findFirst()
                        .orElse(0);
        model.put("sections", sections);
        model.put("section", section);
        model.put("called", section.title(LocaleContextHolder.getLocale()));
        model.put("versions", all);
        model.put("most", StoredSections.MOST_LISTED);
        model.put("from", older);
        model.put("to", newest);
        model.put("changes", versions.between(sections, section, content(id, code, older), content(id, code, newest)));
    }

    /** Before the first version there was nothing. */
    private Map<String, Object> content(CaseId id, String code, int revision) {
        return revision == 0 ? Map.of() : versions.version(id, code, revision).content();
    }
}
