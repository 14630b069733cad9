package org.tandem.divergence;

/** What a side says to the text another has put forward. */
enum TextAnswer {
    ACCEPT,
    COUNTER,
    REFUSE
}
