package org.tandem.tasks.forms;

import java.util.List;

/** Outcome of checking one submission: what was sent, what of it is clean, and everything that is wrong at once. */
public record CheckedForm(FormInput input, FormValues values, List<FieldError> errors) {

    public CheckedForm {
        errors = List.copyOf(errors);
    }

    public boolean isClean() {
        return errors.isEmpty();
    }

    /** @throws InvalidForm with all errors and the input, unless the form is clean */
    public FormValues orRefuse() {
        if (!isClean()) {
            throw new InvalidForm(input, errors);
        }
        return values;
    }
}
