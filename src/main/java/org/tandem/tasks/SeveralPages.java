package org.tandem.tasks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
import org.tandem.cases.CaseTitles;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.OpenedPage;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.drafts.PageDrafts;
import org.tandem.tasks.forms.FormInput;

/** One page for several tasks with the same form: what must be read of each, one answer for all, another one where it differs. */
@Controller
@RequiredArgsConstructor
class SeveralPages {

    private static final String ADDRESS = "/tasks/several";

    private final SeveralTasks several;
    private final AnswerSeveral answerSeveral;
    private final PageDrafts drafts;
    private final CaseTitles titles;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Times times;

    /** @param list query of the list somebody came from */
    @GetMapping(ADDRESS)
    String show(
            @RequestParam(name = "task", defaultValue = "") List<String> ids,
            @RequestParam(name = "_in", defaultValue = "") String list,
            Model model) {
        SignedIn who = currentPerson.get();
        Optional<String> elsewhere = several.elsewhere(ids, who);
        if (elsewhere.isPresent()) {
            return "redirect:" + elsewhere.get();
        }
        SeveralTasks.Sheet sheet = several.sheet(ids, FormInput.empty(), Map.of(), who);
        Optional<Draft> draft = Optional.ofNullable(sheet.first())
                .flatMap(first -> drafts.of(several.draftOf(first.key()), who.personId()));
        if (draft.isPresent()) {
            model.addAttribute("leftOver", SeveralTasks.leftOver(draft.get(), sheet));
            FormInput typed = SeveralTasks.typed(draft.get(), sheet);
            sheet = several.sheet(ids, typed, Map.of(), who);
            model.addAttribute(
                    "draftSavedAt", typed.isEmpty() ? null : draft.get().savedAt());
        }
        fill(model, sheet, ids, list);
        model.addAttribute("more", ids.stream().distinct().count() > TaskList.TOGETHER ? TaskList.TOGETHER : null);
        return "tasks/several";
    }

    /** @param shown all that stand on the page, ticked or not */
    @PostMapping(ADDRESS)
    ModelAndView answer(
            @RequestParam(name = "_task", defaultValue = "") List<String> ids,
            @RequestParam(name = "_shown", defaultValue = "") List<String> shown,
            @RequestParam(name = "_key", defaultValue = "") String key,
            @RequestParam(name = "_in", defaultValue = "") String list,
            @RequestParam(name = "_step", defaultValue = "send") String step,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        FormInput typed = FormInput.of(sent);
        try {
            drafts.save(several.draftOf(key), who.personId(), typed.asMap(), shown, OpenedPage.of(request));
        } catch (DraftElsewhere other) {
            SeveralTasks.Sheet sheet = several.sheet(shown, typed, Map.of(), who);
            model.addAttribute("leftOver", other.texts(typed.asMap(), several.words(sheet, who)));
            return again(model, sheet, ids, list, other);
        }
        if (step.equals("keep")) {
            Flash.done(redirect, "tasks.flash.draft");
            redirect.addAttribute("task", shown);
            redirect.addAttribute("_in", list);
            return new ModelAndView("redirect:" + ADDRESS);
        }
        if (ids.isEmpty()) {
            Refused none = Refused.invalid("several-items", "tasks.several.none");
            return again(model, several.sheet(shown, typed, Map.of(), who), ids, list, none);
        }
        Map<String, FormInput> answers = new LinkedHashMap<>();
        ids.forEach(id -> answers.put(id, SeveralTasks.answer(typed, id)));
        Map<String, AnswerSeveral.Outcome> outcomes = answerSeveral.answer(answers, who);
        List<OpenTask> done = outcomes.values().stream()
                .filter(AnswerSeveral.Outcome::isDone)
                .flatMap(outcome -> outcome.task().stream())
                .toList();
        if (done.size() == outcomes.size()) {
            drafts.forgetSent(several.draftOf(key), who.personId());
            Flash.done(
                    redirect,
                    "tasks.several.flash",
                    done.size(),
                    MessageArgument.task(done.get(0).name()),
                    names(done));
            return new ModelAndView("redirect:" + ListedIn.address(list));
        }
        Map<String, Refused> refused = new LinkedHashMap<>();
        outcomes.forEach((id, outcome) -> outcome.refused().ifPresent(why -> refused.put(id, why)));
        List<String> left = shown.stream()
                .filter(id -> !outcomes.containsKey(id) || refused.containsKey(id))
                .toList();
        model.addAttribute("done", done);
        model.addAttribute("doneNames", names(done));
        model.addAttribute("typed", typed.texts());
        ModelAndView page = again(model, several.sheet(left, typed, refused, who), refused.keySet(), list, null);
        page.setStatus(done.isEmpty() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
        return page;
    }

    /** Called by the page while somebody types. */
    @PostMapping(ADDRESS + "/draft")
    @ResponseBody
    Map<String, String> draft(
            @RequestParam(name = "_key", defaultValue = "") String key,
            @RequestParam(name = "_shown", defaultValue = "") List<String> shown,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        return Map.of(
                "savedAt",
                times.time(drafts.save(
                        several.draftOf(key),
                        currentPerson.get().personId(),
                        FormInput.of(sent).asMap(),
                        shown,
                        OpenedPage.of(request))));
    }

    private ModelAndView again(
            Model model, SeveralTasks.Sheet sheet, Collection<String> ticked, String list, @Nullable Refused refused) {
        fill(model, sheet, ticked, list);
        if (refused != null) {
            model.addAttribute("errors", List.of(new FieldMessage(refused.field(), translator.say(refused.words()))));
        }
        return new ModelAndView(
                "tasks/several",
                model.asMap(),
                refused instanceof DraftElsewhere ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void fill(Model model, SeveralTasks.Sheet sheet, Collection<String> ticked, String list) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("ticked", ticked);
        model.addAttribute("list", list);
        model.addAttribute("back", ListedIn.address(list));
        model.addAttribute(
                "errors",
                sheet.items().stream()
                        .filter(item -> !item.wrong().isEmpty())
                        .map(item -> new FieldMessage(
                                "item-" + item.task().id(),
                                name(item.task()) + ": "
                                        + item.wrong().stream()
                                                .map(translator::say)
                                                .collect(Collectors.joining(" "))))
                        .toList());
    }

    private String name(OpenTask task) {
        return titles.inShort(task.framework(), task.country(), task.area());
    }

    private String names(List<OpenTask> tasks) {
        return tasks.stream()
                .map(task -> titles.country(task.country(), LocaleContextHolder.getLocale()))
                .collect(Collectors.joining(", "));
    }
}
