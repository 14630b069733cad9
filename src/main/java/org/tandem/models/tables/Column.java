package org.tandem.models.tables;

import java.util.List;
import java.util.function.Predicate;

/** One input: the cells its values fall into, and what each rule says about them. */
record Column(String name, List<Cell> cells, List<Predicate<Object>> entries) {

    boolean admits(int rule, Cell cell) {
        return entries.get(rule).test(cell.value());
    }
}
