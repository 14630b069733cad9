package org.tandem.divergence;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** The register of divergences, one as a minute to print, and the form to raise one. */
@Controller
class DivergencePages {

    private final DivergenceRegister register;
    private final RegisterChoices choices;
    private final ReadDivergence read;
    private final RaiseDivergence raise;
    private final JointMechanisms mechanisms;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    DivergencePages(
            DivergenceRegister register,
            RegisterChoices choices,
            ReadDivergence read,
            RaiseDivergence raise,
            JointMechanisms mechanisms,
            CurrentPerson currentPerson,
            Translator translator) {
        this.register = register;
        this.choices = choices;
        this.read = read;
        this.raise = raise;
        this.mechanisms = mechanisms;
        this.currentPerson = currentPerson;
        this.translator = translator;
    }

    @GetMapping("/divergence")
    String list(WantedRegister wanted, Model model) {
        SignedIn who = currentPerson.get();
        int from = (wanted.number() - 1) * DivergenceRegister.PAGE;
        DivergenceRegister.Found found = register.find(wanted, from, who);
        int last = from + found.rows().size();
        model.addAttribute("wanted", wanted);
        model.addAttribute("rows", found.rows());
        model.addAttribute("total", found.total());
        model.addAttribute("first", found.rows().isEmpty() ? 0 : from + 1);
        model.addAttribute("last", last);
        model.addAttribute("previous", wanted.number() > 1 ? address(wanted, wanted.number() - 1) : null);
        model.addAttribute("next", last < found.total() ? address(wanted, wanted.number() + 1) : null);
        model.addAttribute("frameworks", register.readable(who));
        model.addAttribute("areas", choices.areas(who, wanted.framework()));
        model.addAttribute("countries", choices.countries(who));
        model.addAttribute("subjects", Subject.values());
        model.addAttribute("levels", Level.values());
        model.addAttribute(
                "states",
                Arrays.stream(DivergenceState.values())
                        .filter(state -> state != DivergenceState.RAISED)
                        .toList());
        return "divergence/list";
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

    private static String address(WantedRegister wanted, int page) {
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        kept.put("framework", wanted.framework());
        kept.put("area", wanted.area());
        kept.put("country", wanted.country());
        kept.put("subject", wanted.subject());
        kept.put("level", wanted.level());
        kept.put("state", wanted.state());
        kept.put("matter", wanted.matter());
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/divergence");
        Stream<String> chosen = kept.keySet().stream().filter(name -> kept.get(name) != null);
        chosen.forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("page", page).encode().buildAndExpand(kept).toUriString();
    }
}
