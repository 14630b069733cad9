package org.tandem.platform.register;

import java.util.List;
import java.util.function.Function;

/**
 * A column of the table on the page.
 *
 * @param label message key of its heading
 */
record Column<R>(String label, Function<R, List<Cell>> cell) {}
