package org.tandem.vetting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.OpenedPage;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.drafts.PageDrafts;

/** A director compares the countries that wait and decides several in one go: choose, look at what will be sent, send. */
@Controller
@RequiredArgsConstructor
class ComparePages {

    private static final String ADDRESS = "/vetting/compare";
    private static final String DRAFT = "several:" + VettingProcess.VET_COUNTRY;

    private final CompareCountries compareCountries;
    private final DecideCountries decideCountries;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final PageDrafts drafts;
    private final Times times;

    /** A decision on a country that does not wait any more: what was typed, to be taken along. */
    record Lost(String caseId, @Nullable Vote decision, String reason, List<String> why) {}

    /** All that one request is about. */
    private record Step(DecisionSheet sheet, List<CaseId> wanted, Comparison comparison, SignedIn who) {}

    @GetMapping(ADDRESS)
    String compare(@RequestParam(defaultValue = "") List<String> cases, Model model) {
        Optional<Draft> draft = drafts.of(DRAFT, currentPerson.get().personId());
        Step step = step(draft.map(kept -> DecisionSheet.of(kept.typed())).orElse(DecisionSheet.EMPTY), cases);
        if (draft.isPresent()) {
            if (draft.get().isFor(step.comparison().tasks())) {
                model.addAttribute("draftSavedAt", draft.get().savedAt());
            } else {
                model.addAttribute("leftOver", step.sheet().sharedTexts());
                step = new Step(step.sheet().withoutShared(), step.wanted(), step.comparison(), step.who());
            }
        }
        fill(step, model, List.of());
        return "vetting/compare";
    }

    /** Called by the page while somebody types. */
    @PostMapping(ADDRESS + "/draft")
    @ResponseBody
    Map<String, String> draft(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        return Map.of("savedAt", times.time(keep(DecisionSheet.of(sent), OpenedPage.of(request))));
    }

    private Instant keep(DecisionSheet sheet, @Nullable OpenedPage opened) {
        return drafts.save(
                DRAFT,
                currentPerson.get().personId(),
                sheet.asMap(),
                sheet.entries().keySet(),
                opened);
    }

    /** @param step what the button says: set for all or for those ticked, check, go back and change, send */
    @PostMapping(ADDRESS)
    ModelAndView step(
            @RequestParam(defaultValue = "check") String step,
            @RequestParam(defaultValue = "") List<String> cases,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        DecisionSheet sheet = DecisionSheet.of(sent);
        try {
            keep(sheet, OpenedPage.of(request));
        } catch (DraftElsewhere other) {
            ModelAndView both = page(step(sheet, cases), HttpStatus.CONFLICT, model, List.of());
            both.addObject("errors", List.of(new FieldMessage(null, translator.say(other.words()))));
            both.addObject("leftOver", other.texts(sheet.asMap(), this::chosen));
            return both;
        }
        return switch (step) {
            case "keep" -> kept(cases, redirect);
            case "ticked", "all" -> spread(step(sheet, cases), step.equals("all"), model);
            case "change" -> page(step(sheet, cases), HttpStatus.OK, model, List.of());
            case "send" -> send(sheet, cases, model, redirect);
            default -> check(step(sheet, cases), model);
        };
    }

    private Optional<String> chosen(String name, String value) {
        return name.startsWith("decision.") || name.equals("sharedDecision")
                ? Optional.of(translator.say("form.vetCountry.decision.option." + value))
                : Optional.empty();
    }

    private static ModelAndView kept(List<String> cases, RedirectAttributes redirect) {
        Flash.done(redirect, "tasks.flash.draft");
        redirect.addAttribute("cases", String.join(",", cases));
        return new ModelAndView("redirect:" + ADDRESS);
    }

    private Step step(DecisionSheet sheet, List<String> cases) {
        List<CaseId> wanted = cases.stream()
                .filter(id -> !id.isBlank())
                .map(CaseId::new)
                .distinct()
                .toList();
        SignedIn who = currentPerson.get();
        return new Step(sheet, wanted, compareCountries.compare(who, wanted), who);
    }

    private ModelAndView spread(Step step, boolean all, Model model) {
        List<Candidate> to = step.comparison().candidates().stream()
                .filter(candidate -> candidate.decidable()
                        && (all || step.sheet().of(candidate.task()).ticked()))
                .toList();
        if (to.isEmpty()) {
            return refuse(step, model, "tick-all", "vetting.compare.noneTicked");
        }
        return page(
                new Step(step.sheet().spread(to), step.wanted(), step.comparison(), step.who()),
                HttpStatus.OK,
                model,
                List.of());
    }

    private ModelAndView check(Step step, Model model) {
        List<CountryDecision> decisions = step.sheet().decisions();
        if (decisions.isEmpty()) {
            return refuse(step, model, "countries", "vetting.compare.noneDecided");
        }
        List<DecisionResult> results = decideCountries.check(decisions, step.who());
        if (!results.stream().allMatch(DecisionResult::isRecorded)) {
            return page(step, HttpStatus.UNPROCESSABLE_ENTITY, model, results);
        }
        fill(step, model, List.of());
        model.addAttribute("decisions", decisions);
        model.addAttribute(
                "byTask",
                step.comparison().candidates().stream()
                        .collect(Collectors.toMap(Candidate::task, Function.identity())));
        return new ModelAndView("vetting/check", model.asMap());
    }

    private ModelAndView send(DecisionSheet sheet, List<String> cases, Model model, RedirectAttributes redirect) {
        List<DecisionResult> results = decideCountries.decide(sheet.decisions(), currentPerson.get());
        List<String> recorded = results.stream()
                .filter(DecisionResult::isRecorded)
                .map(result -> result.decision().caseId())
                .toList();
        Step after = step(
                sheet.without(results.stream()
                        .filter(DecisionResult::isRecorded)
                        .map(result -> String.valueOf(result.decision().task()))
                        .toList()),
                cases);
        drafts.forgetSent(DRAFT, after.who().personId(), "sharedDecision", "sharedReason", Draft.SHOWN);
        if (recorded.size() < results.size()) {
            model.addAttribute("recorded", recorded);
            return page(after, HttpStatus.CONFLICT, model, results);
        }
        Flash.done(redirect, "vetting.compare.flash", recorded.size(), String.join(", ", recorded));
        if (after.comparison().candidates().isEmpty()) {
            return new ModelAndView("redirect:/inbox");
        }
        redirect.addAttribute(
                "cases",
                after.wanted().stream()
                        .map(CaseId::value)
                        .filter(id -> !after.comparison().gone().contains(id))
                        .collect(Collectors.joining(",")));
        return new ModelAndView("redirect:" + ADDRESS);
    }

    private ModelAndView refuse(Step step, Model model, String field, String key) {
        fill(step, model, List.of());
        model.addAttribute("errors", List.of(new FieldMessage(field, translator.say(key))));
        return new ModelAndView("vetting/compare", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView page(Step step, HttpStatus status, Model model, List<DecisionResult> results) {
        fill(step, model, results);
        return new ModelAndView("vetting/compare", model.asMap(), status);
    }

    private void fill(Step step, Model model, List<DecisionResult> results) {
        Map<String, Candidate> waiting =
                step.comparison().candidates().stream().collect(Collectors.toMap(Candidate::task, Function.identity()));
        List<FieldMessage> errors = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        Map<String, List<String>> inRows = new LinkedHashMap<>();
        for (DecisionResult result : results) {
            if (!result.isRecorded()) {
                CountryDecision decision = result.decision();
                Candidate candidate = waiting.get(String.valueOf(decision.task()));
                List<String> why =
                        result.sentences().stream().map(translator::say).toList();
                if (candidate == null) {
                    errors.add(new FieldMessage("lost", decision.caseId() + ": " + String.join(" ", why)));
                    lost.add(new Lost(
                            decision.caseId(),
                            decision.decision(),
                            decision.reason() == null ? "" : decision.reason(),
                            why));
                } else {
                    inRows.put(candidate.task(), why);
                    String field = result.place() + "-" + candidate.task();
                    why.forEach(
                            sentence -> errors.add(new FieldMessage(field, candidate.countryName() + ": " + sentence)));
                }
            }
        }
        model.addAttribute("comparison", step.comparison());
        model.addAttribute("sheet", step.sheet());
        model.addAttribute("wanted", step.wanted());
        model.addAttribute("errors", errors);
        model.addAttribute("inRows", inRows);
        model.addAttribute("lost", lost);
    }
}
