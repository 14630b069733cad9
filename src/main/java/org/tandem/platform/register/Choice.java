package org.tandem.platform.register;

import org.jspecify.annotations.Nullable;

/**
 * One value of a filter.
 *
 * @param name in the reader's language
 * @param group heading it stands under, null for none
 */
public record Choice(String value, String name, @Nullable String group) {

    public Choice(String value, String name) {
        this(value, name, null);
    }
}
