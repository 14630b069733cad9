package org.tandem.tasks.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.TextRules;

/** Checks one submission from top to bottom, so that conditions see the answers above them. */
final class FormChecker {

    private static final int MOST_UNKNOWN = 20;

    private final FormDefinition form;
    private final FormInput input;
    private final FormContext context;
    private final Complaints complaints;
    private final Map<String, Object> outside = new LinkedHashMap<>();
    private Map<String, Object> values = outside;
    private @Nullable FormField listOfRow;

    FormChecker(FormDefinition form, FormInput input, FormContext context) {
        this.form = form;
        this.input = input;
        this.context = context;
        this.complaints = new Complaints(form);
    }

    CheckedForm check() {
        form.components().forEach(field -> check(field, false));
        input.names().stream()
                .filter(name -> form.input(name).isEmpty())
                .limit(MOST_UNKNOWN)
                .forEach(complaints::aboutUnknown);
        return new CheckedForm(input, new FormValues(outside), complaints.all());
    }

    private void check(FormField field, boolean within) {
        boolean hidden = within || field.hide() != null && field.hide().holds(scope());
        if (field.kind() == FieldKind.DYNAMICLIST) {
            if (!hidden) {
                rows(field);
            }
            return;
        }
        field.children().forEach(child -> check(child, hidden));
        if (field.kind().isInput() && !hidden && !field.readonly()) {
            Object value = answer(field);
            if (value != null) {
                values.put(FormRows.within(field.name()), value);
            }
        }
    }

    /** Each row is checked by itself; rows in which nothing was filled in are none. */
    private void rows(FormField list) {
        List<String> filled = new FormRows(list, input).filled();
        Rules.Rows rows = list.rules().rows();
        if (filled.size() < rows.least()) {
            complaints.about(list, "tooFewRows", rows.least());
        }
        if (filled.size() > rows.most()) {
            complaints.about(list, "tooManyRows", rows.most(), filled.size());
            return;
        }
        List<String> shown = new FormRows(list, input).shown();
        List<FormValues> answers = new ArrayList<>();
        for (String number : filled) {
            complaints.inRow(shown.indexOf(number) + 1);
            values = new LinkedHashMap<>();
            listOfRow = list;
            list.row(number).forEach(field -> check(field, false));
            answers.add(new FormValues(values));
        }
        complaints.inRow(0);
        values = outside;
        listOfRow = null;
        if (!answers.isEmpty()) {
            outside.put(list.name(), answers);
        }
    }

    /** Within a row its own answers come before those of the form. */
    private Map<String, Object> scope() {
        Map<String, Object> scope = scope(form, outside, context);
        if (listOfRow != null) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            listOfRow.row("0").stream()
                    .flatMap(FormField::all)
                    .filter(field -> field.kind().isInput())
                    .forEach(field -> row.put(FormRows.within(field.name()), null));
            values.forEach((name, value) -> row.put(name, FormValues.plain(value)));
            scope.putAll(FormValues.nested(row));
        }
        return scope;
    }

    /** What conditions can ask for: every answer by its name, null where there is none, and the facts of the case. */
    static Map<String, Object> scope(FormDefinition form, Map<String, Object> values, FormContext context) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        form.answers().forEach(field -> flat.put(field.name(), null));
        values.forEach((name, value) -> flat.put(name, FormValues.plain(value)));
        Map<String, Object> scope = new HashMap<>(context.facts());
        scope.putAll(FormValues.nested(flat));
        return scope;
    }

    private @Nullable Object answer(FormField field) {
        List<String> sent = input.get(field.name()).stream()
                .map(TextRules::clean)
                .filter(text -> !text.isEmpty())
                .toList();
        if (sent.stream().anyMatch(text -> hasUnwelcome(field, text))) {
            return null;
        }
        if (field.kind() == FieldKind.CHECKBOX) {
            return ticked(field, sent);
        }
        if (sent.isEmpty()) {
            return field.rules().required()
                    ? complaints.about(
                            field,
                            field.kind() == FieldKind.FILEPICKER
                                    ? "requiredFile"
                                    : field.kind().hasChoices() ? "requiredChoice" : "required")
                    : null;
        }
        if (field.kind() == FieldKind.CHECKLIST || field.rules().several()) {
            return chosen(field, sent);
        }
        if (sent.size() > 1) {
            return complaints.about(field, field.kind() == FieldKind.FILEPICKER ? "oneFile" : "once");
        }
        return AnswerReader.of(field).read(field, sent.get(0), context, complaints);
    }

    private boolean hasUnwelcome(FormField field, String text) {
        Optional<TextRules.Mark> mark = TextRules.firstUnwelcome(text);
        mark.ifPresent(found -> complaints.about(
                field, found.turnsDirection() ? "direction" : "control", found.code(), found.line(), found.column()));
        return mark.isPresent();
    }

    private @Nullable Object ticked(FormField field, List<String> sent) {
        if (!Set.of("true", "false", "on").containsAll(sent) || sent.size() > 1) {
            return complaints.about(field, "choice");
        }
        boolean ticked = !sent.isEmpty() && !sent.contains("false");
        return !ticked && field.rules().required() ? complaints.about(field, "requiredTick") : (Object) ticked;
    }

    private @Nullable Object chosen(FormField field, List<String> sent) {
        if (new HashSet<>(sent).size() < sent.size()) {
            return complaints.about(field, "twice");
        }
        List<Object> chosen = sent.stream()
                .map(value -> new ChoiceReader().read(field, value, context, complaints))
                .filter(Objects::nonNull)
                .toList();
        return chosen.size() == sent.size() ? chosen : null;
    }
}
