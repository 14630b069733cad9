package org.tandem.platform.register;

import java.util.List;
import java.util.function.Function;

/**
 * A column of the table on the page.
 *
 * @param label message key of its heading
 * @param text whether sentences stand in it
 */
record Column<R>(String label, boolean text, Function<R, List<Cell>> cell) {}
