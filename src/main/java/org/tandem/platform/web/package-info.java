/** The web shell every page stands in: layout, languages, times, navigation, flash messages, error pages. */
@NullMarked
package org.tandem.platform.web;

import org.jspecify.annotations.NullMarked;
