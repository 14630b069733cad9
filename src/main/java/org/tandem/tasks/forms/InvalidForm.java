package org.tandem.tasks.forms;

import java.util.List;
import java.util.Objects;
import lombok.Getter;
import org.tandem.platform.Refused;

/** A form with answers that do not fit; carries them all, so that a page can show each beside its field. */
@Getter
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

    /** A stage's own rule on one answer. @param refused names its field */
    public static InvalidForm because(FormInput input, Refused refused) {
        String field = Objects.requireNonNull(refused.field(), "a refusal about one answer names its field");
        return new InvalidForm(input, List.of(new FieldError(field, refused.words())));
    }

    /** What was refused for another reason than the form's, shown beside one field. */
    public static InvalidForm because(FormInput input, String field, Refused refused) {
        return new InvalidForm(input, List.of(new FieldError(field, refused.words())));
    }

    @Override
    public List<Detail> details() {
        return errors.stream()
                .map(error -> new Detail(error.field(), error.words()))
                .toList();
    }
}
