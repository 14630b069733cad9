package org.tandem.tasks.diagram;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseView;

/**
 * One process of a case, drawn and told.
 *
 * @param processes all the case goes through; each has a diagram
 * @param ended whether this process has run its course
 * @param marks what the picture shows of nodes and flows; the lists say the same in words
 */
record Drawn(
        CaseView view,
        List<Tab> processes,
        String process,
        Label name,
        boolean started,
        boolean ended,
        List<Done> done,
        List<Now> now,
        List<Next> next,
        List<Mark> marks) {

    /** @param language of the diagram's own words, null when the text is in the reader's language */
    record Label(String text, @Nullable String language) {}

    record Tab(String process, Label name, boolean open) {}

    /** @param calls the process called here, to look at */
    record Done(
            Label label,
            @Nullable String who,
            @Nullable Instant at,
            boolean cancelled,
            @Nullable String calls) {}

    record Now(
            Label label,
            String holder,
            Instant since,
            @Nullable Instant due,
            @Nullable String calls) {}

    record Next(Label label, List<String> via, @Nullable String calls) {}

    record Mark(String node, Status status) {}

    enum Status {
        DONE,
        NOW
    }
}
