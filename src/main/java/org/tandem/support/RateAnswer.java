package org.tandem.support;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Whoever asked says whether the answer helped; if it did not, they may ask again once. */
@UseCase
class RateAnswer implements TaskWork {

    /** What becomes of a request whose answer did not help. */
    enum Then {
        CLOSE,
        ASK_AGAIN
    }

    private final SupportRequests requests;
    private final SupportProcess process;
    private final Cases cases;
    private final CaseHistory history;
    private final Translator translator;
    private final Clock clock;

    RateAnswer(
            SupportRequests requests,
            SupportProcess process,
            Cases cases,
            CaseHistory history,
            Translator translator,
            Clock clock) {
        this.requests = requests;
        this.process = process;
        this.cases = cases;
        this.history = history;
        this.translator = translator;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return SupportProcess.RATE_ANSWER;
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        List<Option> then = new ArrayList<>(List.of(option(Then.CLOSE)));
        if (requests.of(task.caseOf()).mayBeAskedAgain()) {
            then.add(option(Then.ASK_AGAIN));
        }
        return Map.of("then", then);
    }

    private Option option(Then then) {
        return new Option(
                then.name(), translator.say(Message.of("support.then." + then), LocaleContextHolder.getLocale()));
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        if (values.text("useful").orElseThrow().equals("YES")) {
            rate(task, Rating.USEFUL, values.text("comment").orElse(null), who);
        } else if (values.choice("then", Then.class).orElseThrow() == Then.CLOSE) {
            rate(task, Rating.NOT_USEFUL, values.text("missing").orElseThrow(), who);
        } else {
            askAgain(task, values.text("missing").orElseThrow(), who);
        }
    }

    private void rate(OpenTask task, Rating rating, @Nullable String comment, SignedIn who) {
        SupportRequest request = requests.of(task.caseOf());
        request.rate(rating, comment, clock.instant());
        requests.saveAndFlush(request);
        record(task, "support.history.rated." + rating, comment, who);
        process.rated(task.id(), rating);
    }

    private void askAgain(OpenTask task, String missing, SignedIn who) {
        CaseId id = task.caseOf();
        SupportRequest request = requests.of(id);
        request.askAgain(missing);
        requests.saveAndFlush(request);
        cases.move(id, SupportState.OPEN.name(), null);
        record(task, "support.history.askedAgain", missing, who);
        process.askedAgain(task.id());
    }

    private void record(OpenTask task, String key, @Nullable String text, SignedIn who) {
        history.add(
                task.caseOf(),
                CaseEntry.Kind.DECISION,
                who.personId(),
                Tasks.offerFor(task, who).orElse(null),
                Message.of(key),
                text);
    }
}
