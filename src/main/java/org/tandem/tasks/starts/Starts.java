package org.tandem.tasks.starts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.FormContexts;
import org.tandem.tasks.forms.CheckedForm;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;

/** Puts together what a start is begun with, and looks at the answers: rules of the module first, then those of the form. */
@Component
@RequiredArgsConstructor
class Starts {

    private final StartForms forms;
    private final FormContexts contexts;
    private final Cases cases;

    Start begin(StartForm form, @Nullable String caseId, FormInput input, SignedIn who) {
        if (!form.isAboutACase()) {
            return new Start(null, input, who);
        }
        if (caseId == null || caseId.isBlank()) {
            throw form.caseMissing();
        }
        return new Start(cases.readable(new CaseId(caseId), who), input, who);
    }

    FormContext context(StartForm form, Start start) {
        FormContext context = contexts.of(start.who(), forms.form(form));
        for (var options : form.options(start).entrySet()) {
            context = context.withOptions(options.getKey(), options.getValue());
        }
        for (var fact : form.facts(start).entrySet()) {
            context = context.withFact(fact.getKey(), fact.getValue());
        }
        return context;
    }

    /** @throws StartRefused with everything that is wrong; of a field with what the module says, if it says anything */
    FormValues checked(StartForm form, Start start) {
        FormDefinition definition = forms.form(form);
        List<Refused> problems = new ArrayList<>(form.problems(start));
        Set<String> fields = problems.stream()
                .map(problem -> String.valueOf(problem.field()))
                .collect(Collectors.toSet());
        if (form.looksItself() && problems.isEmpty()) {
            return FormValues.none();
        }
        try {
            CheckedForm checked = form.looksItself()
                    ? new CheckedForm(start.input(), FormValues.none(), List.of())
                    : definition.check(fields(form, start.input()), context(form, start));
            checked.errors().stream()
                    .filter(error -> !fields.contains(error.field()))
                    .map(Starts::refused)
                    .forEach(problems::add);
            if (problems.isEmpty()) {
                return checked.values();
            }
        } catch (Refused tooLarge) {
            if (problems.stream().noneMatch(problem -> problem.kind() == tooLarge.kind())) {
                problems.add(tooLarge);
            }
        }
        problems.sort(Comparator.comparingInt(problem -> definition.place(String.valueOf(problem.field()))));
        throw new StartRefused(problems);
    }

    /** What stands in the address and is none of the choices. */
    List<Refused> unfit(StartForm form, Start start, Set<String> asked) {
        return forms.form(form).check(fields(form, start.input()), context(form, start)).errors().stream()
                .filter(error -> asked.contains(error.field()))
                .map(Starts::refused)
                .toList();
    }

    /** People type names where machines send codes. */
    Start withCodes(StartForm form, Start start) {
        return new Start(start.about(), forms.form(form).withCodes(start.input(), context(form, start)), start.who());
    }

    private static FormInput fields(StartForm form, FormInput input) {
        return input.without(form.alsoTaken());
    }

    static Refused refused(FieldError error) {
        return Refused.invalid(
                error.field(), error.words().key(), error.words().args().toArray());
    }
}
