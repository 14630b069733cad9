package org.tandem.models.soundness;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The classic ways in which a diagram goes wrong, by the names they have in the literature. */
@Getter
@RequiredArgsConstructor
public enum Flaw {
    /** A token waits for company that never comes. */
    DEADLOCK(
            "tokens wait here and nothing can ever move on.",
            "Join with the kind of gateway that split: exclusive with exclusive, parallel with parallel."),
    /** Two tokens of a parallel split are merged as if there were one. */
    LACK_OF_SYNCHRONISATION(
            "a second token arrives while the first is still here: what was split in parallel is never joined.",
            "Put a parallel gateway in front that waits for all of them."),
    /** Tokens move for ever, and never to an end. */
    LIVELOCK("from here the process goes round for ever and never reaches an end.", "Draw a way out of the loop."),
    /** No run of the process ever comes here. */
    DEAD_ACTIVITY("no run of the process ever gets here.", "Connect it, or take it out."),
    /** The number of tokens grows without end. */
    UNSAFE(
            "tokens multiply: it is reached again while an earlier token is still here or has already ended here.",
            "Take the parallel split out of the loop, or join before going back."),
    /** An end is reached although somebody is still under way who can no longer arrive properly. */
    LEFT_OVER_TOKEN(
            "an end has been reached and a token is left over.",
            "Join the parallel ways before the end, or give each its own end that the other does not wait for.");

    private final String problem;
    private final String remedy;
}
