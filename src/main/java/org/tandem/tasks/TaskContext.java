package org.tandem.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.models.TaskDeclaration;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormValues;

/**
 * A user task that is being done: what it is about, who does it and through which mandate, and what it writes. Everything
 * written belongs to the running transaction.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class TaskContext {

    @Getter
    private final OpenTask task;

    @Getter
    private final SignedIn who;

    /** One moment for everything that is written. */
    @Getter
    private final Instant now;

    private final TaskDeclaration declared;
    private final CaseHistory history;
    private final Cases cases;
    private final TaskService engine;
    private final Map<String, @Nullable Object> facts = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    public CaseId caseId() {
        return task.caseOf();
    }

    /** The case as it is at this moment. */
    public CaseView view() {
        return cases.find(caseId()).orElseThrow();
    }

    public UUID person() {
        return who.personId();
    }

    /** The group through which the person has the task. */
    public String actingAs() {
        return Tasks.offerFor(task, who).orElseThrow(TaskRefused::unknown);
    }

    /** The agency for which the task is done: the one asked, or the one through whose mandate the person has it. */
    public String agency() {
        String party = task.party();
        return party != null ? party : MandatePattern.parse(actingAs()).agency();
    }

    /** A line of the history in the name of the acting person, about their agency. */
    public void record(CaseEntry.Kind kind, String key, @Nullable String text) {
        record(kind, Message.of(key, MessageArgument.agency(agency())), text);
    }

    private void record(CaseEntry.Kind kind, Message words, @Nullable String text) {
        history.add(caseId(), kind, person(), actingAs(), words, text);
    }

    /** Tells these groups, with commas between, what the diagram declares as history; not who caused it. */
    public void tell(String groups) {
        told.addAll(List.of(groups.split(",")));
    }

    /** The state the case comes to. */
    public void move(String state) {
        cases.move(caseId(), state, null);
    }

    /** A routing fact for the next step; in the place of what the diagram declares for it. */
    public void set(String variable, @Nullable Object value) {
        facts.put(variable, value);
    }

    /** Writes what the diagram declares, and lets the process go on. */
    public void complete(FormValues values) {
        Function<String, Optional<String>> answers = values::text;
        declared.variables().forEach((variable, field) -> {
            if (!facts.containsKey(variable)) {
                set(variable, answers.apply(field).orElse(null));
            }
        });
        declared.value("history", answers).ifPresent(key -> {
            String agency = declared.value("agency").flatMap(answers).orElseGet(this::agency);
            Message words = Message.of(key, MessageArgument.agency(agency));
            CaseEntry.Kind kind =
                    declared.value("kind").map(CaseEntry.Kind::valueOf).orElse(CaseEntry.Kind.DECISION);
            record(kind, words, declared.text(answers).orElse(null));
            told.forEach(group -> history.tell(caseId(), group, words, person()));
        });
        declared.value("state", answers).ifPresent(this::move);
        engine.complete(task.id(), facts);
    }
}
