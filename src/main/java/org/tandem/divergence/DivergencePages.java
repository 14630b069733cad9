package org.tandem.divergence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** A divergence as a minute to print, and the form to raise one. */
@Controller
class DivergencePages {

    private final ReadDivergence read;
    private final RaiseDivergence raise;
    private final JointMechanisms mechanisms;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    DivergencePages(
            ReadDivergence read,
            RaiseDivergence raise,
            JointMechanisms mechanisms,
            CurrentPerson currentPerson,
            Translator translator) {
        this.read = read;
        this.raise = raise;
        this.mechanisms = mechanisms;
        this.currentPerson = currentPerson;
        this.translator = translator;
    }

    @GetMapping("/divergence/" + CaseId.PATH)
    String minute(@PathVariable String caseId, Model model) {
        model.addAttribute("minute", read.read(new CaseId(caseId), currentPerson.get()));
        return "divergence/minute";
    }

    @GetMapping("/divergence/raise")
    String form(@RequestParam(name = "case", defaultValue = "") String caseId, Model model) {
        return form(new CaseId(caseId), new WantedDivergence(null, null, null, true), List.of(), model);
    }

    @PostMapping("/divergence/raise")
    ModelAndView raise(
            @RequestParam(name = "case", defaultValue = "") String caseId,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String summary,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String blocking,
            Model model,
            RedirectAttributes redirect) {
        CaseId matter = new CaseId(caseId);
        WantedDivergence wanted = new WantedDivergence(subject, summary, level, "true".equals(blocking));
        try {
            CaseId id = raise.raise(matter, wanted, currentPerson.get());
            Flash.done(redirect, "divergence.flash.raised", id.value());
            return new ModelAndView("redirect:/cases/" + id);
        } catch (Refused refused) {
            if (refused.field() == null) {
                throw refused;
            }
            List<FieldMessage> errors = List.of(new FieldMessage(refused.field(), translator.say(refused.words())));
            return new ModelAndView(
                    form(matter, wanted, errors, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private String form(CaseId matter, WantedDivergence wanted, List<FieldMessage> errors, Model model) {
        SignedIn who = currentPerson.get();
        CaseView view = raise.mayRaise(matter, who);
        model.addAttribute("view", view);
        model.addAttribute("wanted", wanted);
        model.addAttribute("errors", errors);
        model.addAttribute("subjects", raise.subjects(view));
        model.addAttribute("canWait", raise.canWait(view));
        model.addAttribute("atRegion", raise.mayStartAtRegion(view, who));
        model.addAttribute("mechanism", mechanisms.of(view.framework()));
        return "divergence/raise";
    }
}
