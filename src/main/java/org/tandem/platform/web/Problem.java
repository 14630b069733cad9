package org.tandem.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.tandem.platform.Message;

/**
 * What went wrong with a request, before it is told to a person or a machine.
 *
 * @param errors one for each field, when several are wrong
 * @param members what machines are told beyond that
 */
record Problem(
        HttpStatus status, Message words, @Nullable String field, List<Item> errors, Map<String, Object> members) {

    record Item(String field, String code, @Nullable String message, Object... args) {}

    Problem(HttpStatus status, String key, Object... args) {
        this(status, Message.of(key, args), null, List.of(), Map.of());
    }

    Problem at(@Nullable String newField) {
        return new Problem(status, words, newField, errors, members);
    }

    Problem with(List<Item> items) {
        return new Problem(status, words, field, List.copyOf(items), members);
    }
}
