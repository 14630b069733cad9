package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.countries.Countries;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.PageLinks;
import org.tandem.platform.reference.Paged;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** The registers of running collaborations and of assessments, for people. */
@Controller
@RequiredArgsConstructor
class RegistersPages {

    private final Frameworks frameworks;
    private final Registers registers;
    private final Countries countries;
    private final FrameworkRights rights;
    private final RecordAssessment recordAssessment;
    private final List<AssessmentLink> links;
    private final CurrentPerson person;
    private final FormErrors errors;

    @GetMapping("/collaborations")
    String collaborations(RegisterFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        Paged<Collaboration> paged = Paged.of(registers.collaborations(filter), page);
        model.addAttribute("collaborations", paged.items());
        model.addAttribute("states", Collaboration.State.values());
        model.addAttribute("links", PageLinks.of(paged, Paged.SIZE));
        return list(filter, model, "frameworks/collaborations");
    }

    @GetMapping("/assessments")
    String assessments(RegisterFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        Paged<Assessment> paged = Paged.of(registers.assessments(filter), page);
        model.addAttribute("assessments", paged.items());
        model.addAttribute("states", AssessmentState.values());
        model.addAttribute("figures", frameworks.assessmentFigures());
        model.addAttribute("links", PageLinks.of(paged, Paged.SIZE));
        return list(filter, model, "frameworks/assessments");
    }

    @GetMapping("/assessments/{code}")
    String assessment(@PathVariable String code, Model model) {
        Assessment assessment = show(code, model);
        model.addAttribute("typedState", assessment.state().name());
        model.addAttribute("typedFindings", assessment.findings() == null ? "" : assessment.findings());
        return "frameworks/assessment";
    }

    @PostMapping("/assessments/{code}")
    ModelAndView record(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String findings,
            @RequestParam int version,
            Model model,
            RedirectAttributes redirect) {
        try {
            recordAssessment.record(code, RecordAssessment.state(state), findings, version, person.get());
        } catch (Refused refused) {
            return again(code, state, findings, refused, model);
        }
        Flash.done(redirect, "frameworks.assessment.saved");
        return new ModelAndView("redirect:/assessments/" + code);
    }

    private String list(RegisterFilter filter, Model model, String view) {
        model.addAttribute("filter", filter);
        model.addAttribute("frameworks", frameworks.all());
        model.addAttribute("countries", countries);
        model.addAttribute("boundaries", true);
        return view;
    }

    /** The form again with what was typed; a refusal that is not about what was typed goes to the error page. */
    private ModelAndView again(String code, String state, String findings, Refused refused, Model model) {
        HttpStatus status = errors.show(refused, model, "state");
        show(code, model);
        model.addAttribute("typedState", state.toUpperCase(Locale.ROOT));
        model.addAttribute("typedFindings", findings);
        return new ModelAndView("frameworks/assessment", model.asMap(), status);
    }

    private Assessment show(String code, Model model) {
        Assessment assessment = frameworks
                .assessment(code)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noAssessment", code));
        Framework framework = frameworks.byShortCode(assessment.framework()).orElseThrow();
        model.addAttribute("assessment", assessment);
        model.addAttribute("framework", framework);
        model.addAttribute("countries", countries);
        model.addAttribute("states", AssessmentState.values());
        model.addAttribute("changes", frameworks.changes(code));
        model.addAttribute(
                "links",
                links.stream().filter(link -> link.offered().test(person.get())).toList());
        model.addAttribute("limit", AssessmentProgress.FINDINGS_LIMIT);
        model.addAttribute("mayRecord", rights.mayRecord(person.get(), framework, assessment.country()));
        return assessment;
    }
}
