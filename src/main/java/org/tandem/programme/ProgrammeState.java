package org.tandem.programme;

/** States of a joint programme before, beside and after those of its proposal (S-010, S-011). */
enum ProgrammeState {
    IDEA,
    SUBMITTED,
    APPROVED,
    WITHDRAWN
}
