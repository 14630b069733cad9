package org.tandem.programme;

/** States of a joint programme before and beside those of its proposal (S-010). */
enum ProgrammeState {
    IDEA,
    WITHDRAWN
}
