package org.tandem.people;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.tandem.platform.Refused;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Translator;

/** Puts a refusal beside the field it is about, so that the form comes back with what was typed. */
@Component
@RequiredArgsConstructor
class FormErrors {

    private final Translator translator;

    /** @throws Refused when it is not about anything that can be corrected in the form */
    void show(Refused refused, Model model) {
        if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
            throw refused;
        }
        model.addAttribute("errors", List.of(new FieldMessage(refused.field(), translator.say(refused.words()))));
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

    /** What somebody else saved while this was typed. */
    public String theirs(String saved) {
        return translator.say("people.card.theirs", saved);
    }

    static int statusOf(Refused refused) {
        return refused.kind() == Refused.Kind.CONFLICT ? 409 : 422;
    }
}
