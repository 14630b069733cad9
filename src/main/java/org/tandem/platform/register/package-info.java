/** A register of any kind of thing, declared once: its page, its files, its saved views and its API. */
@NullMarked
package org.tandem.platform.register;

import org.jspecify.annotations.NullMarked;
