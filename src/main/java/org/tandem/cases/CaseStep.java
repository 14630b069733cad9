package org.tandem.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.web.StageLine.Status;

/**
 * A step of the stage line of a kind of case, as data. What it shows is decided in this order: what the stage knows of it
 * ({@link StepFact}); an open task that holds it; the state of the case; otherwise that it comes next.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CaseStep {

    private final String key;
    private final boolean ofEachParty;
    private final Map<String, String> holding = new HashMap<>();
    private final Map<String, InState> inStates = new HashMap<>();
    private Status otherwise = Status.NEXT;
    private boolean optional;

    /**
     * @param label message key
     * @param dated whether the case came into the state by this step
     */
    public record InState(Status status, String label, boolean dated) {}

    /** @param key of the message that names it */
    public static CaseStep joint(String key) {
        return new CaseStep(key, false);
    }

    /** One in the lane of each party. */
    public static CaseStep ofEachParty(String key) {
        return new CaseStep(key, true);
    }

    /** It is held by whom one of these open tasks waits on; in the lane of a party only by its own tasks and joint ones. */
    public CaseStep heldBy(String... tasks) {
        for (String task : tasks) {
            heldAs(task, key);
        }
        return this;
    }

    /** The same under another name. */
    public CaseStep heldAs(String task, String label) {
        holding.put(task, label);
        return this;
    }

    public CaseStep in(Status status, Enum<?>... states) {
        return in(status, key, states);
    }

    public CaseStep in(Status status, String label, Enum<?>... states) {
        return put(new InState(status, label, false), states);
    }

    /** The same since the case is in this state. */
    public CaseStep since(Status status, String label, Enum<?>... states) {
        return put(new InState(status, label, true), states);
    }

    private CaseStep put(InState shown, Enum<?>... states) {
        for (Enum<?> state : states) {
            inStates.put(state.name(), shown);
        }
        return this;
    }

    /** Not every case comes here: shown only when something is known of it or a task holds it. */
    public CaseStep optional() {
        optional = true;
        return this;
    }

    /** In all other states; unless said, it comes next. */
    public CaseStep otherwise(Status status) {
        otherwise = status;
        return this;
    }

    public String key() {
        return key;
    }

    public boolean isOptional() {
        return optional;
    }

    public boolean isOfEachParty() {
        return ofEachParty;
    }

    /** Under which name it is held by an open task; empty when the task has nothing to do with it. */
    public Optional<String> labelWith(String task) {
        return Optional.ofNullable(holding.get(task));
    }

    /** @param state beneath a suspension */
    public InState shownIn(String state) {
        return inStates.getOrDefault(state, new InState(otherwise, key, false));
    }
}
