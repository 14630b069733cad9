package org.tandem.tasks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSections;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.OpenedPage;
import org.tandem.platform.web.SentFile;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.InvalidForm;

/**
 * One page for every user task: {@code /<module>/<case>/<task>}. The form comes from its file, the file beside it from the
 * stage, the decision goes to the stage's {@link TaskWork}.
 */
@Controller
@RequiredArgsConstructor
class TaskPages {

    private static final String ADDRESS = "/{module:[a-z]+}/" + CaseId.PATH + "/{taskKey:[a-z][A-Za-z]+}";

    private final TaskReading reading;
    private final CompleteTask completeTask;
    private final TaskConfirmation confirmation;
    private final ClaimTask claimTask;
    private final TaskDrafts drafts;
    private final FormFiles files;
    private final Tasks tasks;
    private final Cases cases;
    private final CaseSections sections;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Times times;

    @GetMapping(ADDRESS)
    String show(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(name = "_task", required = false) @Nullable String taskId,
            Model model) {
        SignedIn who = currentPerson.get();
        TaskReading.Reading read = reading.read(new CaseId(caseId), taskKey, taskId, who);
        requireModule(read.task(), module);
        fill(model, read, who);
        return "tasks/task";
    }

    /** What must be read before it is done: beside the list, or on a page of its own. */
    @GetMapping("/tasks/{taskId}/file")
    String file(@PathVariable String taskId, Model model) {
        SignedIn who = currentPerson.get();
        OpenTask task = tasks.find(taskId, who).orElseThrow(TaskRefused::unknown);
        CaseView view = cases.readable(task.caseOf(), who);
        model.addAttribute("task", task);
        model.addAttribute("view", view);
        model.addAttribute("toRead", sections.toRead(view, who));
        return "tasks/file";
    }

    @PostMapping(ADDRESS)
    ModelAndView complete(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(name = "_task", required = false) @Nullable String taskId,
            @RequestParam(name = "_row", required = false) @Nullable String row,
            @RequestParam(name = "_in", required = false) @Nullable String list,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        CaseId id = new CaseId(caseId);
        FormInput typed = typed(request);
        try {
            OpenTask task = tasks.forDoing(id, taskKey, taskId, who);
            requireModule(task, module);
            drafts.refuseUnseen(task, who.personId(), typed.asMap(), OpenedPage.of(request));
            typed = withFiles(task, typed, request, who);
            if (row != null) {
                FormInput changed = reading.withRows(id, taskKey, taskId, typed, row, who);
                drafts.save(task, who.personId(), changed.asMap());
                return new ModelAndView("redirect:" + ListedIn.task(task, list) + FormDefinition.anchor(row));
            }
            OpenTask done = completeTask.complete(id, taskKey, taskId, typed, who);
            Flash.ofCase(redirect, done.caseId(), confirmation.of(done, typed));
            return new ModelAndView("redirect:" + ListedIn.address(list));
        } catch (InvalidForm invalid) {
            return again(id, taskKey, taskId, invalid, who, model);
        } catch (DraftElsewhere other) {
            return both(id, taskKey, taskId, typed, other, who, model);
        } catch (Refused refused) {
            return lost(id, taskKey, typed, refused, OpenedPage.of(request), taskId, who, model);
        }
    }

    private ModelAndView again(
            CaseId id, String taskKey, @Nullable String taskId, InvalidForm invalid, SignedIn who, Model model) {
        fill(model, reading.again(id, taskKey, taskId, invalid.input(), invalid, who), who);
        showChange(model, id, taskKey, invalid.input(), invalid, who);
        return new ModelAndView("tasks/task", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** What stands in another tab is shown beside what was sent; who sends again has seen both. */
    private ModelAndView both(
            CaseId id,
            String taskKey,
            @Nullable String taskId,
            FormInput typed,
            DraftElsewhere other,
            SignedIn who,
            Model model) {
        TaskReading.Reading again = reading.again(id, taskKey, taskId, typed, null, who);
        fill(model, again, who);
        model.addAttribute("errors", List.of(new FieldMessage(null, translator.say(other.words()))));
        model.addAttribute("leftOver", other.texts(typed.asMap(), reading.words(again.task(), who)));
        return new ModelAndView("tasks/task", model.asMap(), HttpStatus.CONFLICT);
    }

    /** Files that came along are kept at once and stand in the draft: whatever else is wrong, nobody sends them again. */
    private FormInput withFiles(OpenTask task, FormInput typed, HttpServletRequest request, SignedIn who) {
        Map<String, List<SentFile>> sent = SentFile.allOf(request);
        if (sent.isEmpty()) {
            return typed;
        }
        FormInput input = files.receive(reading.formOf(task), typed, sent, who);
        drafts.save(task, who.personId(), input.asMap());
        return input;
    }

    /** The task is not this person's any more: says so, and shows what was typed so that it can be taken along. */
    private ModelAndView lost(
            CaseId id,
            String taskKey,
            FormInput typed,
            Refused refused,
            @Nullable OpenedPage page,
            @Nullable String taskId,
            SignedIn who,
            Model model) {
        if (refused.kind() == Refused.Kind.NOT_FOUND || refused.kind() == Refused.Kind.BUSY) {
            throw refused;
        }
        CaseView view = cases.readable(id, who);
        model.addAttribute("view", view);
        model.addAttribute("why", translator.say(refused.words()));
        model.addAttribute("typed", refused.kind() == Refused.Kind.TOO_LARGE ? Map.of() : typed.texts());
        if (showChange(model, id, taskKey, typed, refused, who) && taskId != null) {
            tasks.find(taskId, who)
                    .filter(task -> task.caseOf().equals(id) && task.key().equals(taskKey))
                    .filter(task -> task.state() == OpenTask.State.CANCELLED)
                    .ifPresent(ended -> takeAlong(ended, typed, page, who, model));
        }
        if (refused instanceof TaskMovedOn moved) {
            // What fits stands in the new form already when it is opened.
            keep(moved.now(), typed, page, who);
            model.addAttribute("now", moved.now());
        }
        HttpStatus status =
                switch (refused.kind()) {
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    default -> HttpStatus.CONFLICT;
                };
        return new ModelAndView("tasks/lost", model.asMap(), status);
    }

    private boolean showChange(Model model, CaseId id, String taskKey, FormInput sent, Refused refused, SignedIn who) {
        reading.changed(id, taskKey, sent, refused, who).ifPresent(change -> model.addAttribute("changed", change));
        return model.containsAttribute("changed");
    }

    /** The task that comes in the place of this one, now or later, begins with what was written for this one. */
    private void takeAlong(OpenTask ended, FormInput typed, @Nullable OpenedPage page, SignedIn who, Model model) {
        keep(ended, reading.formOf(ended).withoutChoices(typed), page, who);
        tasks.openOf(ended.caseOf()).stream()
                .filter(open -> open.key().equals(ended.key())
                        && Objects.equals(open.party(), ended.party())
                        && Tasks.offeredTo(open, who))
                .findFirst()
                .ifPresent(open -> model.addAttribute("now", open));
    }

    private void keep(OpenTask task, FormInput written, @Nullable OpenedPage page, SignedIn who) {
        try {
            drafts.save(task, who.personId(), written.asMap(), page);
        } catch (DraftElsewhere stays) {
            // What another tab has saved is not written over: what was sent here is shown, to be copied.
        }
    }

    /** Keeps what is typed; called by the page while somebody types, and by the button "Save draft". */
    @PostMapping(ADDRESS + "/draft")
    @ResponseBody
    Map<String, String> draft(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(name = "_task", required = false) @Nullable String taskId,
            HttpServletRequest request) {
        SignedIn who = currentPerson.get();
        OpenTask task = tasks.forDoing(new CaseId(caseId), taskKey, taskId, who);
        requireModule(task, module);
        return Map.of(
                "savedAt",
                times.time(drafts.save(task, who.personId(), typed(request).asMap(), OpenedPage.of(request))));
    }

    @PostMapping(ADDRESS + "/keep")
    ModelAndView keep(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(name = "_task", required = false) @Nullable String taskId,
            @RequestParam(name = "_in", required = false) @Nullable String list,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        CaseId id = new CaseId(caseId);
        OpenTask task;
        try {
            draft(module, caseId, taskKey, taskId, request);
            task = tasks.forDoing(id, taskKey, taskId, who);
            withFiles(task, typed(request), request, who);
        } catch (InvalidForm invalid) {
            return again(id, taskKey, taskId, invalid, who, model);
        } catch (DraftElsewhere other) {
            return both(id, taskKey, taskId, typed(request), other, who, model);
        }
        Flash.done(redirect, "tasks.flash.draft");
        return new ModelAndView("redirect:" + ListedIn.task(task, list));
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String back,
            @RequestParam(name = "_in", required = false) @Nullable String list,
            RedirectAttributes redirect) {
        OpenTask task = claimTask.claim(taskId, currentPerson.get());
        Flash.ofCase(redirect, task.caseId(), "tasks.flash.claimed", MessageArgument.task(task.name()));
        return "redirect:" + (ListedIn.isInbox(back) ? back : ListedIn.task(task, list));
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String back,
            @RequestParam(name = "_in", required = false) @Nullable String list,
            RedirectAttributes redirect) {
        OpenTask task = claimTask.release(taskId, currentPerson.get());
        Flash.ofCase(redirect, task.caseId(), "tasks.flash.released", MessageArgument.task(task.name()));
        return "redirect:" + (ListedIn.isInbox(back) ? back : ListedIn.address(list));
    }

    @PostMapping("/tasks/{taskId}/hand-over")
    String handOver(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable UUID colleague,
            @RequestParam(name = "_in", required = false) @Nullable String list,
            RedirectAttributes redirect) {
        if (colleague == null) {
            throw TaskRefused.cannotTake("colleague");
        }
        OpenTask task = claimTask.handOver(taskId, colleague, "colleague", currentPerson.get());
        Flash.ofCase(
                redirect,
                task.caseId(),
                "tasks.flash.handedOver",
                MessageArgument.task(task.name()),
                MessageArgument.person(colleague));
        return "redirect:" + ListedIn.address(list);
    }

    private void fill(Model model, TaskReading.Reading read, SignedIn who) {
        CaseView view = cases.readable(read.task().caseOf(), who);
        model.addAttribute("reading", read);
        model.addAttribute("view", view);
        model.addAttribute("toRead", sections.toRead(view, who));
        model.addAttribute("errors", List.<FieldMessage>of());
    }

    private static void requireModule(OpenTask task, String module) {
        if (!task.module().equals(module)) {
            throw TaskRefused.unknown();
        }
    }

    private static FormInput typed(HttpServletRequest request) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
        return FormInput.of(typed);
    }
}
