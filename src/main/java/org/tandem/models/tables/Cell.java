package org.tandem.models.tables;

/** A set of values that no rule tells apart: one of them stands for all. */
record Cell(Object value, String words) {

    /** Stands for every text that no rule names. */
    static final Object OTHER = new Object();
}
