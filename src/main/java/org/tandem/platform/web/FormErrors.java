package org.tandem.platform.web;

import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tandem.platform.Refused;

/** Puts a refusal beside the field it is about, so that the form comes back with what was typed. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class FormErrors {

    private final Translator translator;

    /**
     * @return the status to answer with
     * @throws Refused when it is not about anything that can be corrected in the form
     */
    public HttpStatus show(Refused refused, Model model) {
        return show(refused, model, null);
    }

    /** @param otherwise the field it is about when the refusal names none */
    public HttpStatus show(Refused refused, Model model, @Nullable String otherwise) {
        if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
            throw refused;
        }
        String field = refused.field() == null ? otherwise : refused.field();
        model.addAttribute("errors", List.of(new FieldMessage(field, translator.say(refused.words()))));
        return refused.kind() == Refused.Kind.CONFLICT ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    }

    /** Whether one of the errors, if there are any, is about this field. */
    public boolean concern(@Nullable List<FieldMessage> errors, String field) {
        return errors != null && errors.stream().anyMatch(error -> field.equals(error.field()));
    }

    /** The ids of hint and error, for assistive technology; nothing when there is neither. */
    public @Nullable String describedBy(@Nullable List<FieldMessage> errors, String field, @Nullable String hint) {
        String ids = (hint == null ? "" : field + "-hint ") + (concern(errors, field) ? field + "-error" : "");
        return ids.isBlank() ? null : ids.strip();
    }
}
