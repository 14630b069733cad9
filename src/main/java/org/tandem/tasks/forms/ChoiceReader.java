package org.tandem.tasks.forms;

import org.jspecify.annotations.Nullable;

/** One answer out of the offered ones. */
final class ChoiceReader implements AnswerReader {

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        boolean offered = context.optionsOf(field).stream()
                .anyMatch(option -> option.value().equals(sent));
        return offered ? sent : complaints.about(field, field.kind() == FieldKind.FILEPICKER ? "fileGone" : "choice");
    }
}
