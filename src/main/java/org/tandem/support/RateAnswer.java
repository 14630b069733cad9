package org.tandem.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Whoever asked says whether the answer helped; if it did not, they may ask again once. */
@UseCase
@RequiredArgsConstructor
class RateAnswer implements TaskWork {

    /** What becomes of a request whose answer did not help. */
    enum Then {
        CLOSE,
        ASK_AGAIN
    }

    private final SupportRequests requests;
    private final Translator translator;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SupportProcess.RATE_ANSWER);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        boolean again = requests.of(task.caseOf()).mayBeAskedAgain();
        return Map.of(
                "then",
                Stream.of(Then.values())
                        .filter(then -> again || then == Then.CLOSE)
                        .map(then -> new Option(then.name(), translator.say("support.then." + then)))
                        .toList());
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        SupportRequest request = requests.of(task.caseId());
        boolean useful = values.text("useful").orElseThrow().equals("YES");
        @Nullable String said = values.text(useful ? "comment" : "missing").orElse(null);
        if (useful || values.choice("then", Then.class).orElseThrow() == Then.CLOSE) {
            Rating rating = useful ? Rating.USEFUL : Rating.NOT_USEFUL;
            request.rate(rating, said, task.now());
            task.set("rating", rating.name());
            task.record(CaseEntry.Kind.DECISION, "support.history.rated." + rating, said);
        } else {
            request.askAgain(String.valueOf(said));
            task.move(SupportState.OPEN.name());
            task.set("rating", Then.ASK_AGAIN.name());
            task.record(CaseEntry.Kind.DECISION, "support.history.askedAgain", said);
        }
        requests.saveAndFlush(request);
        task.set("party", null);
        task.complete(values);
    }
}
