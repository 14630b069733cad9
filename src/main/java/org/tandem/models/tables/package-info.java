/** Checks decision tables for gaps and overlaps, exactly, by cutting each input where some rule changes its mind. */
@NamedInterface("tables")
@NullMarked
package org.tandem.models.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
