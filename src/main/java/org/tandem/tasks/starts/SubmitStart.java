package org.tandem.tasks.starts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormInput;

/** Beginning something: checked against its form and its rules, begun by its module, once however often the button is pressed. */
@UseCase
@RequiredArgsConstructor
class SubmitStart {

    private final Starts starts;
    private final StartForms forms;
    private final StartDrafts drafts;

    /**
     * @param draft which form it was, null when nobody can press its button twice
     * @throws Refused with everything that is wrong, or {@link FormChanged}
     */
    Started submit(StartForm form, @Nullable String caseId, @Nullable UUID draft, FormInput input, SignedIn who) {
        if (draft != null) {
            Optional<String> earlier = drafts.hold(draft, form, who.personId());
            if (earlier.isPresent()) {
                return new Started(earlier.get(), null, Map.of());
            }
        }
        Start start = starts.begin(form, caseId, input, who);
        form.mayStart(start);
        if (input.version() != null && !forms.hash(form).equals(input.version())) {
            throw new FormChanged();
        }
        Started started = submitted(form, draft == null ? start : starts.withCodes(form, start));
        if (draft != null) {
            drafts.sent(draft, form, who.personId(), started.path());
        }
        return started;
    }

    private Started submitted(StartForm form, Start start) {
        var values = starts.checked(form, start);
        try {
            return form.submit(start, values);
        } catch (StartRefused refused) {
            throw refused;
        } catch (Refused refused) {
            throw refused.field() == null ? refused : new StartRefused(List.of(refused));
        }
    }

    /** The form is another one than when it was opened: it is looked at again before anything is sent. */
    static final class FormChanged extends Refused {

        private static final long serialVersionUID = 1L;

        FormChanged() {
            super(Kind.CONFLICT, "tasks.start.changed");
        }
    }
}
