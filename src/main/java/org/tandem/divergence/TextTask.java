package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.Option;

/** A task in whose form a text can be put forward. */
abstract class TextTask implements TaskWork {

    private final TextForms texts;

    TextTask(TextForms texts) {
        this.texts = texts;
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return texts.options(task);
    }

    @Override
    public Map<String, Object> facts(OpenTask task, SignedIn who) {
        return texts.facts(task);
    }
}
