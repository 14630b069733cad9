package org.tandem.models.tables;

/** An entry that says more than this check can read; nothing is claimed about its table then. */
final class NotUnderstood extends RuntimeException {

    NotUnderstood(String what) {
        super(what, null, false, false);
    }
}
