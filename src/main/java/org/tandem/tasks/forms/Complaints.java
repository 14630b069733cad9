package org.tandem.tasks.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.TextRules;

/** Collects what is wrong; each sentence begins with the label of its field. */
@RequiredArgsConstructor
final class Complaints {

    private final FormDefinition form;
    private final List<FieldError> errors = new ArrayList<>();
    private int row;

    /** Always null, so that a reader can return what it complains about. */
    <T> @Nullable T about(FormField field, String key, Object... args) {
        Message label = Message.of(FormMessages.label(form, field));
        Message place = row == 0 ? label : Message.of("tasks.form.inRow", label, row);
        Object[] all = Stream.concat(Stream.of(place), Stream.of(args)).toArray();
        errors.add(new FieldError(field.name(), Message.of("tasks.form.error." + key, all)));
        return null;
    }

    /** What comes next is about this row of a list, counted from one; 0 is outside of all lists. */
    void inRow(int number) {
        row = number;
    }

    String hintKey(FormField field) {
        return FormMessages.hint(form, field);
    }

    void aboutUnknown(String name) {
        String shown = name.codePoints()
                .limit(60)
                .filter(character -> !TextRules.isUnwelcomeInALine(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        errors.add(new FieldError(shown, Message.of("tasks.form.error.unknown", shown)));
    }

    List<FieldError> all() {
        return errors;
    }
}
