package org.tandem.tasks.forms;

import java.util.List;
import org.tandem.platform.Refused;

/** A form with answers that do not fit; carries them all, so that a page can show each beside its field. */
public class InvalidForm extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient FormInput input;
    private final transient List<FieldError> errors;

    InvalidForm(FormInput input, List<FieldError> errors) {
        super(
                Kind.INVALID,
                errors.get(0).field(),
                "tasks.form.refused",
                errors.size(),
                errors.get(0).words());
        this.input = input;
        this.errors = errors;
    }

    public FormInput input() {
        return input;
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public List<Detail> details() {
        return errors.stream()
                .map(error -> new Detail(error.field(), error.words()))
                .toList();
    }
}
