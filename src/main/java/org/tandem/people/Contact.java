package org.tandem.people;

import org.jspecify.annotations.Nullable;

/** A person behind a function, and how to reach them as far as the roster knows. */
public record Contact(
        String name, @Nullable String email, @Nullable String telephone) {}
