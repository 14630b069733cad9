package org.tandem.proposal.sections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.OpenedPage;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.tasks.forms.CheckedForm;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;

/**
 * What was typed into a section, looked at before it is saved. What is missing or too long is no reason to refuse a draft:
 * readiness says it. Runs outside of the transaction that saves, which takes the proposal before it reads anything.
 */
@Component
@RequiredArgsConstructor
class WriteSection {

    /** What no text may hold, what is no field of the form, and rows that it has no room for. */
    private static final Set<String> REFUSED = Set.of(
            "tasks.form.error.control",
            "tasks.form.error.direction",
            "tasks.form.error.unknown",
            "tasks.form.error.tooManyRows");

    private final SectionReading reading;
    private final SaveSection saveSection;

    /**
     * @param base revision the text was begun on; 0 when nothing was written
     * @param page that sends it, which may save over what it has saved itself; null when a machine does
     * @param reopen whether the writer knows that reviews and clearances become void
     */
    StoredSection write(
            CaseId id,
            String code,
            FormInput typed,
            int base,
            @Nullable OpenedPage page,
            boolean reopen,
            SignedIn who) {
        Sections before = reading.readable(id, who);
        FormDefinition form = reading.form(before.section(code));
        if (!before.writer()) {
            throw ProposalRefused.notAWriter();
        }
        List<FieldError> unfit = form.check(typed, before.context()).errors().stream()
                .filter(error -> REFUSED.contains(error.words().key()))
                .toList();
        new CheckedForm(typed, FormValues.none(), unfit).orRefuse();
        Map<String, Object> content = form.written(typed);
        return before.content(code).equals(content)
                ? before.saved(code)
                : saveSection.save(id, code, content, base, page, reopen, who);
    }
}
