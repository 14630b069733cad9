/** Reads tables from files people have saved in a spreadsheet, whatever it did to them, and trusts nothing in them. */
@NullMarked
package org.tandem.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
