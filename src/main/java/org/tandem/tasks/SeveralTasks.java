package org.tandem.tasks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseSections;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.InvalidForm;
import org.tandem.tasks.forms.RenderedForm;

/**
 * Tasks that can be answered in one go: those whose forms, as they are shown to this person, are the same. An answer for one of
 * them goes before the answer for all. No transaction holds them together: what is refused for one would undo the others.
 */
@Component
@RequiredArgsConstructor
class SeveralTasks {

    /** Before the names of fields that are for one task alone. */
    private static final String OWN = "only.";

    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskWorks works;
    private final CompleteTask completeTask;
    private final TaskReading reading;
    private final TaskObstacles obstacles;
    private final Cases cases;
    private final CaseSections sections;
    private final MessageSource messages;
    private final List<BulkPage> bulkPages;

    /**
     * @param file sections of the case by name
     * @param own the form for this one alone
     * @param wrong why its answer was not recorded
     * @param changed what that may be because of, null for nothing
     */
    record Item(
            OpenTask task,
            CaseView view,
            List<CaseSections.Shown> file,
            RenderedForm own,
            boolean differs,
            List<Message> wrong,
            ChangedMeanwhile.@Nullable Change changed) {

        public List<String> inShort() {
            return file.stream()
                    .map(CaseSections.Shown::model)
                    .filter(CaseSection.InShort.class::isInstance)
                    .flatMap(shown -> ((CaseSection.InShort) shown).inShort().stream())
                    .toList();
        }
    }

    /** Why one is not among them. */
    record LeftOut(OpenTask task, CaseView view, Message why, ChangedMeanwhile.@Nullable Change changed) {}

    /** Tasks that go together, of which another page is about. */
    record Other(OpenTask first, String address, int size) {}

    /** @param form for all; null when none can be answered here */
    record Sheet(
            @Nullable OpenTask first,
            @Nullable RenderedForm form,
            List<Item> items,
            List<LeftOut> leftOut,
            List<Other> others) {

        List<String> ids() {
            return items.stream().map(item -> item.task().id()).toList();
        }
    }

    /** The answer to each, its own before that for all. */
    static FormInput answer(FormInput typed, String taskId) {
        return typed.beneath(prefix(taskId)).orElse(typed.only(name -> !name.startsWith(OWN)));
    }

    /** The words of what was chosen, for all or for one. */
    BiFunction<String, String, Optional<String>> words(Sheet sheet, SignedIn who) {
        return sheet.first() == null
                ? (name, value) -> Optional.empty()
                : (name, value) ->
                        reading.words(sheet.first(), who).apply(name.replaceFirst("^only\\.[^.]+\\.", ""), value);
    }

    /** Under which name a draft for several tasks of a step is kept. */
    String draftOf(@Nullable String key) {
        if (key == null || !works.knows(key)) {
            throw TaskRefused.unknown();
        }
        return "several:" + key;
    }

    /** What was typed for all is an answer for those it was typed for, and not for others. */
    static FormInput typed(Draft draft, Sheet sheet) {
        List<String> ids = sheet.ids();
        boolean forAll = draft.isFor(ids);
        return FormInput.of(draft.typed())
                .only(name -> name.startsWith(OWN) ? ids.stream().anyMatch(id -> name.startsWith(prefix(id))) : forAll);
    }

    /** Texts for all that were typed for others. */
    static Collection<String> leftOver(Draft draft, Sheet sheet) {
        return draft.isFor(sheet.ids())
                ? List.of()
                : FormInput.of(draft.typed())
                        .only(name -> !name.startsWith(OWN))
                        .texts()
                        .values();
    }

    static String prefix(String taskId) {
        return OWN + taskId + ".";
    }

    /** A step that has a page of its own for several is answered there. */
    Optional<String> elsewhere(Collection<String> ids, SignedIn who) {
        List<OpenTask> found = found(ids, who);
        Set<String> keys = found.stream().map(OpenTask::key).collect(Collectors.toSet());
        return keys.size() == 1 ? address(found) : Optional.empty();
    }

    private Optional<String> address(List<OpenTask> found) {
        return bulkPages.stream()
                .filter(page -> page.taskKey().equals(found.get(0).key()))
                .map(page -> page.href() + "?cases="
                        + found.stream().map(OpenTask::caseId).distinct().collect(Collectors.joining(",")))
                .findFirst();
    }

    private List<OpenTask> found(Collection<String> ids, SignedIn who) {
        return ids.stream()
                .distinct()
                .limit(TaskList.TOGETHER)
                .flatMap(id -> tasks.find(id, who).stream())
                .toList();
    }

    /** @param refused by the ids of the tasks */
    Sheet sheet(Collection<String> ids, FormInput typed, Map<String, Refused> refused, SignedIn who) {
        List<OpenTask> found = found(ids, who);
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Object, List<OpenTask>> alike = new LinkedHashMap<>();
        for (OpenTask task : found) {
            obstacle(task, who)
                    .ifPresentOrElse(
                            why -> leftOut.add(new LeftOut(task, view(task), why, changed(task, typed, refused, who))),
                            () -> alike.computeIfAbsent(likeness(task, who), unused -> new ArrayList<>())
                                    .add(task));
        }
        List<List<OpenTask>> groups = new ArrayList<>(alike.values());
        List<OpenTask> here = groups.stream()
                .filter(group -> address(group).isEmpty() && fits(group.get(0), who))
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElse(List.of());
        groups.remove(here);
        return new Sheet(
                here.isEmpty() ? null : here.get(0),
                here.isEmpty() ? null : shared(here, typed, refused, who),
                here.stream().map(task -> item(task, typed, refused, who)).toList(),
                leftOut,
                groups.stream().map(group -> other(group, who)).toList());
    }

    private Other other(List<OpenTask> group, SignedIn who) {
        OpenTask first = group.get(0);
        String here = "/tasks/several?task=" + group.stream().map(OpenTask::id).collect(Collectors.joining("&task="));
        boolean alone = group.size() == 1 || !fits(first, who);
        return new Other(
                first,
                alone ? first.path() + "?_task=" + first.id() : address(group).orElse(here),
                alone ? 1 : group.size());
    }

    private Optional<Message> obstacle(OpenTask task, SignedIn who) {
        try {
            tasks.forDoing(task.caseOf(), task.key(), task.id(), who);
            return obstacles.of(task, view(task), who).map(Refused::words);
        } catch (Refused refused) {
            return Optional.of(refused.words());
        }
    }

    /** Equal for tasks of one step that ask the same. */
    private Object likeness(OpenTask task, SignedIn who) {
        return List.of(task.name(), forms.of(task).render(FormInput.empty(), context(task, who), messages));
    }

    /** Files and rows belong to one task. */
    private boolean fits(OpenTask task, SignedIn who) {
        RenderedForm form = forms.of(task).render(FormInput.empty(), context(task, who), messages);
        return !form.hasFiles() && !form.hasRows();
    }

    /** What all refuse alike stands beside the fields for all. */
    private RenderedForm shared(List<OpenTask> here, FormInput typed, Map<String, Refused> refused, SignedIn who) {
        OpenTask first = here.get(0);
        return here.stream()
                .filter(task -> isShared(refused.get(task.id()), typed, task))
                .findFirst()
                .map(task -> forms.of(task).render((InvalidForm) refused.get(task.id()), context(task, who), messages))
                .orElseGet(() -> forms.of(first).render(typed, context(first, who), messages));
    }

    private static boolean isShared(@Nullable Refused refused, FormInput typed, OpenTask task) {
        return refused instanceof InvalidForm
                && typed.beneath(prefix(task.id())).isEmpty();
    }

    private Item item(OpenTask task, FormInput typed, Map<String, Refused> all, SignedIn who) {
        Refused refused = all.get(task.id());
        FormInput own = typed.beneath(prefix(task.id()));
        CaseView view = view(task);
        return new Item(
                task,
                view,
                sections.toRead(view, who),
                forms.of(task).render(own, context(task, who), messages).under(prefix(task.id())),
                !own.isEmpty(),
                refused == null || isShared(refused, typed, task) ? List.of() : refused.sentences(),
                changed(task, typed, all, who));
    }

    private ChangedMeanwhile.@Nullable Change changed(
            OpenTask task, FormInput typed, Map<String, Refused> refused, SignedIn who) {
        return Optional.ofNullable(refused.get(task.id()))
                .flatMap(why -> reading.changed(task.caseOf(), task.key(), answer(typed, task.id()), why, who))
                .orElse(null);
    }

    private CaseView view(OpenTask task) {
        return cases.find(task.caseOf()).orElseThrow();
    }

    private FormContext context(OpenTask task, SignedIn who) {
        return completeTask.context(works.of(task), task, who);
    }
}
