package org.tandem.versions;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
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
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.FormErrors;

/** Where administrators see which versions run, what the newest changes, try a move of running cases, and start it. */
@Controller
@RequiredArgsConstructor
class ModelPages {

    private static final String COMPARISON = "/models/{process:[a-zA-Z]+}/{version:[0-9]{1,9}}";

    private final ReadVersions readVersions;
    private final CompareVersions compareVersions;
    private final ReadMigration readMigration;
    private final TryMigration tryMigration;
    private final StartMigration startMigration;
    private final CurrentPerson currentPerson;
    private final FormErrors errors;

    @GetMapping("/models")
    String flows(Model model) {
        model.addAttribute("flows", readVersions.all(currentPerson.get()));
        return "models/flows";
    }

    @GetMapping("/models/{process:[a-zA-Z]+}")
    String flow(@PathVariable String process, Model model) {
        model.addAttribute("flow", readVersions.of(process, currentPerson.get()));
        model.addAttribute("verdict", compareVersions.verdict(process, currentPerson.get()));
        model.addAttribute("migrations", readMigration.of(process, currentPerson.get()));
        return "models/flow";
    }

    /**
     * Steps chosen before come as parameters, as the form sends them.
     *
     * @param side which diagram is drawn: {@code old}, otherwise the newer one
     * @param after end of the page of cases before
     */
    @GetMapping(COMPARISON)
    ModelAndView compare(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        Map<String, String> chosen = ChosenSteps.of(request.getParameterMap());
        try {
            fill(process, version, chosen, "old".equals(side), after, model);
            return new ModelAndView("models/comparison", model.asMap());
        } catch (Refused refused) {
            return again(process, version, chosen, refused, model);
        }
    }

    @GetMapping("/models/{process:[a-zA-Z]+}/{version:[0-9]{1,9}}.bpmn")
    Download diagram(@PathVariable String process, @PathVariable int version) {
        String xml = compareVersions.diagram(process, version, currentPerson.get());
        return Download.keptFor(
                Duration.ofMinutes(5),
                Download.Type.BPMN,
                process + "-" + version,
                xml.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(COMPARISON + "/trial")
    ModelAndView trial(
            @PathVariable String process, @PathVariable int version, HttpServletRequest request, Model model) {
        Map<String, String> chosen = ChosenSteps.of(request.getParameterMap());
        try {
            TryMigration.Trial trial = tryMigration.attempt(process, version, chosen, currentPerson.get());
            fill(process, version, chosen, false, "", model);
            model.addAttribute("trial", trial);
            return new ModelAndView("models/comparison", model.asMap());
        } catch (Refused refused) {
            return again(process, version, chosen, refused, model);
        }
    }

    @PostMapping(COMPARISON + "/migration")
    ModelAndView start(
            @PathVariable String process,
            @PathVariable int version,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Map<String, String> chosen = ChosenSteps.of(request.getParameterMap());
        try {
            StartMigration.Started started = startMigration.start(process, version, chosen, currentPerson.get());
            if (started.isNew()) {
                Flash.done(redirect, "models.flash.started");
            } else {
                Flash.note(
                        redirect,
                        "models.flash.theirs",
                        MessageArgument.person(started.migration().askedBy()));
            }
            return new ModelAndView(
                    "redirect:/models/migrations/" + started.migration().id());
        } catch (Refused refused) {
            return again(process, version, chosen, refused, model);
        }
    }

    private ModelAndView again(String process, int version, Map<String, String> chosen, Refused refused, Model model) {
        HttpStatus status = errors.show(refused, model);
        Map<String, String> known = new TreeMap<>(chosen);
        if (refused.field() != null) {
            known.remove(ChosenSteps.stepOf(refused.field()));
        }
        fill(process, version, known, false, "", model);
        return new ModelAndView("models/comparison", model.asMap(), status);
    }

    private void fill(String process, int version, Map<String, String> chosen, boolean old, String after, Model model) {
        model.addAttribute("comparison", compareVersions.compare(process, version, chosen, after, currentPerson.get()));
        model.addAttribute("after", after);
        model.addAttribute("rest", ChosenSteps.query(chosen) + (old ? "&side=old" : ""));
        model.addAttribute("chosen", chosen);
        model.addAttribute("old", old);
    }
}
