package org.tandem.bench;

import java.util.List;

/** One of the two that complete the same tasks of the same cases. */
interface Side {

    /** The user tasks of a case that is selected without a question, in their order. */
    List<String> STEPS = List.of("agree to a nomination", "first vote", "last vote");

    /** Opens a case, which is not measured. */
    Steps open(Subject subject);

    CountedStatements statements();

    /** The completions of one case. */
    interface Steps {

        /** Looks the task up and hands out its completion, which is what is measured. */
        Samples.Work next();
    }
}
