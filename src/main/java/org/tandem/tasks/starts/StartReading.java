package org.tandem.tasks.starts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseView;
import org.tandem.platform.AlreadyThere;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.RenderedForm;

/** A start with its form, as the person who begins it sees it. */
@Component("begun")
@Transactional(readOnly = true)
@RequiredArgsConstructor
class StartReading {

    private static final int LONGEST_NAME = 80;

    private final Starts starts;
    private final StartForms forms;
    private final StartDrafts drafts;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final MessageSource messages;

    /**
     * @param about the case it is about, if any
     * @param carried what came along in the address and has no field in the form
     * @param hash of the form, so that another one is noticed
     * @param leftOver texts typed into fields that the form does not have any more, or in another tab
     * @param leadsTo ids of cases in whose place nothing new is begun
     */
    record Reading(
            String key,
            String module,
            @Nullable CaseView about,
            UUID draft,
            RenderedForm form,
            Map<String, List<String>> carried,
            String hash,
            List<Remark> remarks,
            List<Begun> others,
            @Nullable Instant draftSavedAt,
            boolean changed,
            List<String> leftOver,
            List<String> leadsTo,
            Set<String> remarksFollow,
            Map<String, String> addresses) {

        /** Where to send the form: {@code submit}, {@code draft} or {@code keep}. */
        public String address(String what) {
            return addresses.get(what);
        }
    }

    /** Something else the person has begun. */
    record Begun(UUID id, String name, String address, Instant savedAt) {}

    Reading read(StartForm form, Start start, UUID draft, @Nullable Draft kept) {
        boolean changed =
                kept != null && kept.formHash() != null && !kept.formHash().equals(forms.hash(form));
        return reading(form, start, draft, kept, changed, List.of());
    }

    /**
     * The same after a refusal: what was typed stands where it was typed, beside what is wrong with it. Whoever was overtaken has
     * seen by it what is there now, and may send it again.
     */
    Reading again(StartForm form, Start start, UUID draft, boolean changed, List<Refused> problems) {
        boolean overtaken = problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.CONFLICT);
        FormInput input =
                overtaken ? form.beginning(start).only(form.carried()::contains).orElse(start.input()) : start.input();
        return reading(form, new Start(start.about(), input, start.who()), draft, null, changed, problems);
    }

    /** What the reader has begun of this form about a case and not sent; in templates {@code ${@begun.on(…)}}. */
    public List<Begun> on(String form, String caseId) {
        return begun(forms.start(form), caseId);
    }

    private List<Begun> begun(StartForm form, @Nullable String caseId) {
        return drafts.begun(form, caseId, currentPerson.get().personId()).stream()
                .map(draft -> begun(form, draft))
                .toList();
    }

    List<Remark> remarks(StartForm form, Start start) {
        return form.remarks(start);
    }

    private Reading reading(
            StartForm form, Start start, UUID draft, @Nullable Draft kept, boolean changed, List<Refused> problems) {
        FormDefinition definition = forms.form(form);
        FormContext context = starts.context(form, start);
        List<FieldError> errors = problems.stream()
                .map(problem -> new FieldError(
                        String.valueOf(problem.field()),
                        Message.of("tasks.start.said", translator.say(problem.words()))))
                .toList();
        RenderedForm rendered = definition.render(start.input(), errors, context, messages);
        String caseId = start.about() == null ? null : start.about().id();
        return new Reading(
                form.place().key(),
                form.place().module(),
                start.about(),
                draft,
                rendered,
                carried(form, start.input(), rendered),
                forms.hash(form),
                form.remarks(start),
                begun(form, caseId).stream()
                        .filter(other -> !other.id().equals(draft))
                        .toList(),
                kept == null ? null : kept.savedAt(),
                changed,
                leftOver(form, start, definition, problems, context),
                problems.stream()
                        .filter(AlreadyThere.class::isInstance)
                        .map(problem -> ((AlreadyThere) problem).id())
                        .toList(),
                form.remarksFollow(),
                Map.of(
                        "submit", StartAddress.of(form, form.place().action(), caseId, draft),
                        "draft", StartAddress.of(form, form.place().action() + "/draft", caseId, draft),
                        "keep", StartAddress.of(form, form.place().action() + "/keep", caseId, draft),
                        "page", StartAddress.of(form, form.place().page(), caseId, draft),
                        "remarks", StartAddress.of(form, form.place().page() + "/remarks", caseId, null)));
    }

    private List<String> leftOver(
            StartForm form, Start start, FormDefinition definition, List<Refused> problems, FormContext context) {
        Map<String, List<String>> typed = start.input().asMap();
        Stream<String> noField = typed.entrySet().stream()
                .filter(answer -> !definition.isField(answer.getKey())
                        && !form.alsoTaken().contains(answer.getKey()))
                .flatMap(answer -> answer.getValue().stream())
                .filter(text -> !text.isBlank());
        Stream<String> elsewhere = problems.stream()
                .filter(DraftElsewhere.class::isInstance)
                .flatMap(other -> ((DraftElsewhere) other)
                        .texts(typed, (name, value) -> definition.choice(name, value, context, messages)).stream());
        return Stream.concat(noField, elsewhere).toList();
    }

    private static Map<String, List<String>> carried(StartForm form, FormInput input, RenderedForm rendered) {
        Map<String, List<String>> carried = new LinkedHashMap<>();
        input.asMap().forEach((name, values) -> {
            if (form.carried().contains(name)
                    && rendered.all().noneMatch(field -> field.name().equals(name))) {
                carried.put(name, values);
            }
        });
        return carried;
    }

    private static Begun begun(StartForm form, Draft draft) {
        String name = form.namedBy().stream()
                .flatMap(field -> draft.typed().getOrDefault(field, List.of()).stream())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
        return new Begun(
                draft.id(),
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name,
                StartAddress.of(form, form.place().page(), draft.caseId(), draft.id()),
                draft.savedAt());
    }
}
