package org.tandem.frameworks;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.countries.Countries;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** Frameworks for people to browse, and the ceiling for those who may settle it. */
@Controller
@RequestMapping("/frameworks")
@RequiredArgsConstructor
class FrameworksPages {

    private final Frameworks frameworks;
    private final Countries countries;
    private final FrameworkRights rights;
    private final SetCeiling setCeiling;
    private final List<FrameworkLink> links;
    private final CurrentPerson person;
    private final FormErrors errors;

    /** A framework in the list, with its own figures. */
    record Row(
            Framework framework,
            @Nullable AssessmentFigures figures,
            @Nullable Integer ceiling) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        Map<String, AssessmentFigures> figures = frameworks.assessmentFigures().stream()
                .collect(Collectors.toMap(AssessmentFigures::framework, one -> one));
        model.addAttribute("q", q);
        model.addAttribute("searched", !q.isBlank());
        model.addAttribute("found", FrameworkHits.search(frameworks.all(), q));
        model.addAttribute(
                "rows",
                frameworks.all().stream()
                        .map(framework -> new Row(
                                framework,
                                figures.get(framework.shortCode()),
                                frameworks
                                        .ceilingWithHistory(framework.shortCode())
                                        .countries()))
                        .toList());
        return "frameworks/list";
    }

    @GetMapping("/{shortCode}")
    String one(@PathVariable String shortCode, Model model) {
        show(shortCode, model);
        return "frameworks/framework";
    }

    @PostMapping("/{shortCode}")
    ModelAndView ceiling(
            @PathVariable String shortCode,
            @RequestParam(defaultValue = "") String ceiling,
            @RequestParam int version,
            Model model,
            RedirectAttributes redirect) {
        try {
            setCeiling.set(shortCode, number(ceiling), version, person.get());
        } catch (Refused refused) {
            return again(shortCode, ceiling, refused, model);
        }
        Flash.done(redirect, "frameworks.ceiling.saved");
        return new ModelAndView("redirect:/frameworks/" + shortCode + "#settings");
    }

    /** The page again with what was typed; a refusal that is not about what was typed goes to the error page. */
    private ModelAndView again(String shortCode, String typed, Refused refused, Model model) {
        HttpStatus status = errors.show(refused, model, "ceiling");
        show(shortCode, model);
        model.addAttribute("typedCeiling", typed);
        return new ModelAndView("frameworks/framework", model.asMap(), status);
    }

    private void show(String shortCode, Model model) {
        Framework framework = frameworks
                .byShortCode(shortCode)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noFramework", shortCode));
        Ceiling ceiling = frameworks.ceilingWithHistory(shortCode);
        model.addAttribute("framework", framework);
        model.addAttribute("countries", countries);
        model.addAttribute("ceiling", ceiling);
        model.addAttribute(
                "typedCeiling",
                ceiling.countries() == null ? "" : ceiling.countries().toString());
        model.addAttribute("maySetCeiling", rights.maySetCeiling(person.get(), framework));
        model.addAttribute("links", links);
        model.addAttribute("openPoints", frameworks.openPoints(shortCode));
        model.addAttribute("collaborations", frameworks.collaborations(shortCode));
        model.addAttribute(
                "figures",
                frameworks.assessmentFigures().stream()
                        .filter(one -> one.framework().equals(shortCode))
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable Integer number(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw Refused.invalid(
                    "ceiling", "frameworks.refused.ceilingOutOfRange", 1, FrameworkSetting.HIGHEST_CEILING);
        }
    }
}
