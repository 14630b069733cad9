package org.tandem.proposal.sections;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.OpenedPage;
import org.tandem.platform.web.Problems;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.UnfitBody;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.ProposalTab;
import org.tandem.tasks.drafts.PageDrafts;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;

/**
 * The sections of a proposal in the browser. A page saves as somebody types; what cannot be saved, because somebody else was
 * faster or the text was frozen meanwhile, is kept as the writer's own and shown beside the text that stands. Two tabs of one
 * writer never save over each other's unseen.
 */
@Controller
@RequestMapping("/proposal/" + CaseId.PATH + "/sections")
@RequiredArgsConstructor
class SectionPages {

    private final SectionReading reading;
    private final SectionPageModels models;
    private final WriteSection writeSection;
    private final PageDrafts drafts;
    private final CurrentPerson currentPerson;
    private final Times times;

    @Bean
    static ProposalTab sectionsTab() {
        return new ProposalTab(20, "sections", Message.of("proposal.sections.tab"));
    }

    @GetMapping
    String list(@PathVariable String caseId, Model model) {
        models.list(new CaseId(caseId), currentPerson.get(), model.asMap());
        return "proposal/sections/list";
    }

    /** @param add list that gets one more row to fill in */
    @GetMapping("/{section}")
    String show(
            @PathVariable String caseId,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable String add,
            Model model) {
        models.section(new CaseId(caseId), section, add, currentPerson.get(), model.asMap());
        return "proposal/sections/section";
    }

    /** The button "Save"; a button within the form adds or removes a row and saves what was typed, too. */
    @PostMapping("/{section}")
    ModelAndView save(
            @PathVariable String caseId,
            @PathVariable String section,
            @RequestParam(name = "_revision", defaultValue = "0") int base,
            @RequestParam(defaultValue = "false") boolean reopen,
            @RequestParam(name = "_row", required = false) @Nullable String row,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        CaseId id = new CaseId(caseId);
        SignedIn who = currentPerson.get();
        FormInput typed = typed(request);
        if (row != null) {
            if (FormDefinition.anchor(row).isEmpty()) {
                throw UnfitBody.wrongType("_row");
            }
            typed = reading.form(reading.readable(id, who).section(section)).withRows(typed, row);
        }
        try {
            write(id, section, typed, base, OpenedPage.of(request), reopen, who);
        } catch (Refused refused) {
            return again(id, section, typed, refused, who);
        }
        String page = "redirect:/proposal/" + id + "/sections/" + section;
        if (row != null) {
            return new ModelAndView(page
                    + (row.startsWith("add:") ? "?add=" + row.substring("add:".length()) : "")
                    + FormDefinition.anchor(row));
        }
        Flash.done(redirect, "proposal.sections.flash.saved");
        return new ModelAndView(page);
    }

    /** Saves what is typed; called by the page while somebody types. */
    @PostMapping("/{section}/draft")
    ResponseEntity<Map<String, String>> draft(
            @PathVariable String caseId,
            @PathVariable String section,
            @RequestParam(name = "_revision", defaultValue = "0") int base,
            @RequestParam(name = "_own", defaultValue = "false") boolean own,
            HttpServletRequest request) {
        CaseId id = new CaseId(caseId);
        SignedIn who = currentPerson.get();
        FormInput typed = typed(request);
        if (own) {
            keep(id, section, typed, OpenedPage.of(request), who);
        } else {
            write(id, section, typed, base, OpenedPage.of(request), false, who);
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("savedAt", times.now()));
    }

    /** The writer's own text, which could not be saved, is not needed any more. */
    @PostMapping("/{section}/discard")
    String discard(@PathVariable String caseId, @PathVariable String section, RedirectAttributes redirect) {
        CaseId id = new CaseId(caseId);
        reading.readable(id, currentPerson.get());
        drafts.forget(SectionPageModels.draft(id, section), currentPerson.get().personId());
        Flash.done(redirect, "proposal.sections.flash.discarded");
        return "redirect:/proposal/" + id + "/sections/" + section;
    }

    @GetMapping("/{section}/versions")
    String versions(
            @PathVariable String caseId,
            @PathVariable String section,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        models.versions(new CaseId(caseId), section, from, to, currentPerson.get(), model.asMap());
        return "proposal/sections/versions";
    }

    private void write(
            CaseId id,
            String section,
            FormInput typed,
            int base,
            @Nullable OpenedPage page,
            boolean reopen,
            SignedIn who) {
        try {
            writeSection.write(id, section, typed, base, page, reopen, who);
            drafts.forget(SectionPageModels.draft(id, section), who.personId(), typed.asMap(), page);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.CONFLICT) {
                keep(id, section, typed, page, who);
            }
            throw refused;
        }
    }

    private void keep(CaseId id, String section, FormInput typed, @Nullable OpenedPage page, SignedIn who) {
        SectionReading.Sections sections = reading.readable(id, who);
        sections.section(section);
        if (!sections.writer()) {
            throw ProposalRefused.notAWriter();
        }
        drafts.save(SectionPageModels.draft(id, section), who.personId(), typed.asMap(), page);
    }

    private ModelAndView again(CaseId id, String section, FormInput typed, Refused refused, SignedIn who) {
        if (refused.kind() == Refused.Kind.NOT_FOUND || refused.kind() == Refused.Kind.BUSY) {
            throw refused;
        }
        ModelAndView page = new ModelAndView("proposal/sections/section", Problems.statusOf(refused.kind()));
        models.again(id, section, typed, refused, who, page.getModelMap());
        return page;
    }

    private static FormInput typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        typed.remove("reopen");
        return FormInput.of(typed);
    }
}
