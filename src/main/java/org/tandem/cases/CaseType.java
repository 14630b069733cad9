package org.tandem.cases;

import java.util.List;

/**
 * A kind of case, declared once by its stage.
 *
 * @param kind word of the stage it belongs to, also its first process
 * @param readers who may read its cases beside the framework's parties, observers and administrators
 */
public record CaseType(String kind, List<CaseReader> readers) {

    public CaseType {
        readers = List.copyOf(readers);
    }
}
