package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A flow node of the diagram. */
@RequiredArgsConstructor
final class Node {

    enum Kind {
        STEP,
        CHOICE,
        PARALLEL,
        INCLUSIVE,
        SUBPROCESS,
        EVENT_SUBPROCESS,
        BOUNDARY,
        THROW,
        END,
        TERMINATE
    }

    static final int NOWHERE = -1;

    final int number;
    final String id;
    final String name;
    final Kind kind;
    final Scope scope;
    final List<Way> in = new ArrayList<>();
    final List<Way> out = new ArrayList<>();
    final List<Node> boundaries = new ArrayList<>();

    /** The sets of ways that may be taken together when it is done. */
    List<List<Way>> choices = List.of();

    /** Where its token rests; a join has one place for each way in, from here on. */
    int place = NOWHERE;

    /** Remembers that a token ended here. */
    int mark = NOWHERE;

    /** What a boundary event or event subprocess waits for, or a throwing event throws. */
    Alarm alarm = Alarm.OUTSIDE;

    /** Whether a boundary event or event subprocess ends what it interrupts. */
    boolean interrupting = true;

    /** The bit that marks tokens started by a boundary event that does not interrupt. */
    int colour;

    @Nullable
    Scope inner;

    /** Who catches what it throws: a boundary event or an event subprocess. */
    @Nullable
    Node catcher;

    /** An activity or an intermediate event, which somebody drew to be reached. */
    boolean meantToBeReached;

    /** A step between two others that can be left as soon as it is reached, when steps are drawn together. */
    boolean passed;

    boolean joins() {
        return (kind == Kind.PARALLEL || kind == Kind.INCLUSIVE) && in.size() > 1;
    }

    /** A token here ends all others of its scope, those on their way to the same event too. */
    boolean endsItsScope() {
        return kind == Kind.TERMINATE || kind == Kind.THROW && catcher != null && catcher.interrupting;
    }

    int placeOf(Way way) {
        return joins() ? place + way.number() : place;
    }

    Scope inside() {
        if (inner == null) {
            throw new IllegalStateException(id + " has no inside");
        }
        return inner;
    }

    Element element() {
        return new Element(id, name);
    }

    @Override
    public String toString() {
        return id;
    }
}
