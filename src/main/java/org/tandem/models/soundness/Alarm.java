package org.tandem.models.soundness;

import org.jspecify.annotations.Nullable;

/** What an event throws or waits for; only what is thrown within the diagram has to find its catcher. */
record Alarm(Kind kind, @Nullable String code) {

    static final Alarm OUTSIDE = new Alarm(Kind.OUTSIDE, null);

    enum Kind {
        /** Message, timer, signal or condition: may come at any time. */
        OUTSIDE,
        ERROR,
        ESCALATION,
        CANCEL,
        COMPENSATION
    }

    boolean catches(Alarm thrown) {
        return kind == thrown.kind && (code == null || code.equals(thrown.code));
    }

    /** Errors and escalations may be raised by the work within, besides by events that are drawn. */
    boolean mayComeFromWork() {
        return kind == Kind.ERROR || kind == Kind.ESCALATION;
    }
}
