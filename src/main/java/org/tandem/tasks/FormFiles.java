package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.UploadedFiles;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.SentFile;
import org.tandem.tasks.forms.FileField;
import org.tandem.tasks.forms.FormDefinition;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.InvalidForm;

/** Takes the files that came with a form: they are kept at once, and the form has their ids from then on. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class FormFiles {

    private final UploadedFiles uploads;

    /**
     * @param sent by the names of the file inputs
     * @throws InvalidForm with what was typed and the files that were taken, naming the field of the one that was not
     */
    public FormInput receive(FormDefinition form, FormInput typed, Map<String, List<SentFile>> sent, SignedIn who) {
        FormInput input = typed;
        for (FileField field : form.files()) {
            for (SentFile file : sent.getOrDefault(field.input(), List.of())) {
                try {
                    UploadedFiles.Uploaded kept = uploads.keep(field.kind(), file.name(), file.content(), who);
                    input = input.plus(field.name(), kept.id().toString());
                } catch (Refused refused) {
                    throw InvalidForm.because(input, field.name(), refused);
                }
            }
        }
        return input;
    }
}
