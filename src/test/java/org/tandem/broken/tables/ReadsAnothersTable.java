package org.tandem.broken.tables;

/** Reads what belongs to another module. */
class ReadsAnothersTable {

    static final String QUERY = "select country from tandem.nomination";
}
