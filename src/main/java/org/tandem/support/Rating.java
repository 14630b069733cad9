package org.tandem.support;

/** What whoever asked says of the answer; UNRATED when they said nothing in time. */
enum Rating {
    USEFUL,
    NOT_USEFUL,
    UNRATED
}
