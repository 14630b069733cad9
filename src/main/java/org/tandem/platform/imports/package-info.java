/** Spreadsheets a stage takes in, declared once each: upload, check row by row, confirm, and what became of every row. */
@NullMarked
package org.tandem.platform.imports;

import org.jspecify.annotations.NullMarked;
