package org.tandem.tasks.forms;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.NameIndex;

/** One out of a long list, as somebody typed its name: found by value, label or any other name it goes by. */
final class PickedReader implements AnswerReader {

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        return code(field, sent, context)
                .orElseGet(() ->
                        complaints.about(field, field.rules().picker() == Rules.Picker.COUNTRY ? "country" : "person"));
    }

    static Optional<String> code(FormField field, String sent, FormContext context) {
        List<Option> offered = context.optionsOf(field);
        return offered.stream()
                .filter(option -> option.value().equals(sent))
                .findFirst()
                .or(() -> new NameIndex<>(offered, Option::names).find(sent))
                .map(Option::value);
    }
}
