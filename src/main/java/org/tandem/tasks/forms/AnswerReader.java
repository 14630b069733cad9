package org.tandem.tasks.forms;

import org.jspecify.annotations.Nullable;

/** Reads one kind of answer: from the text that was sent to a value of its type. */
interface AnswerReader {

    /**
     * @param sent the one text that was sent, cleaned and not empty
     * @return the value, or null after a complaint
     */
    @Nullable
    Object read(FormField field, String sent, FormContext context, Complaints complaints);

    static AnswerReader of(FormField field) {
        if (field.rules().picker() != null) {
            return new PickedReader();
        }
        if (field.rules().currency() != null) {
            return new MoneyReader();
        }
        return switch (field.kind()) {
            case TEXTFIELD, TEXTAREA -> new TextReader();
            case NUMBER -> new NumberReader();
            case DATETIME -> new DateReader();
            default -> new ChoiceReader();
        };
    }
}
