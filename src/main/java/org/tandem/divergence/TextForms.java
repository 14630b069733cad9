package org.tandem.divergence;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** What the forms have in common in which one side puts a text forward. */
@Component
class TextForms {

    private final Divergences divergences;
    private final DisputedCases matters;
    private final Cases cases;
    private final Translator translator;

    TextForms(Divergences divergences, DisputedCases matters, Cases cases, Translator translator) {
        this.divergences = divergences;
        this.matters = matters;
        this.cases = cases;
        this.translator = translator;
    }

    /** How the matter may be decided; nothing to choose where it need not be. */
    Map<String, List<Option>> options(OpenTask task) {
        return Map.of(
                "resolutions",
                resolutions(task).stream()
                        .map(code -> new Option(code, translator.say("divergence.resolution." + code)))
                        .toList());
    }

    Map<String, Object> facts(OpenTask task) {
        return Map.of("decides", !resolutions(task).isEmpty());
    }

    private List<String> resolutions(OpenTask task) {
        Divergence divergence = divergences.of(task.caseOf());
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        return matters.of(matter, divergence.subject()).resolutions(divergence.subject());
    }

    /** Below the joint mechanism a text both sides accept is an agreement; there the form asks what it is. */
    static ProposedOutcome proposed(FormValues values) {
        return new ProposedOutcome(
                values.text("text").orElse(null),
                values.choice("outcome", Outcome.class).orElse(Outcome.AGREEMENT),
                values.text("resolution").orElse(null),
                values.text("followUp").orElse(null));
    }
}
