package org.tandem.divergence;

/** What a divergence is about. Each matter says which of them can come up on it. */
public enum Subject {
    /** The directors' votes differ; opened by the vetting itself. */
    SPLIT_VOTE,
    AREA,
    ENTRY_POINT,
    /** Share of the budget, or who joins. */
    BUDGET_SHARE,
    /** What a document says, in one of its places or as a whole. */
    TEXT,
    OTHER
}
