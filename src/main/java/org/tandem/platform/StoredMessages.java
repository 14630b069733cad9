package org.tandem.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Messages as the record keeps them: the key, and the arguments as a JSON array. An argument with a type is an object with
 * kind and code; a text is a text.
 *
 * <p>Until November 2026 an argument with a type was a text such as {@code agency:ILO}. Such lines are never rewritten. Which
 * of their arguments had a type stands key by key in {@code old-arguments.properties}.
 */
@Component
public class StoredMessages {

    private static final String OLD = "/history/old-arguments.properties";

    private final ObjectMapper json;
    private final Properties old = new Properties();

    StoredMessages(ObjectMapper json) {
        this.json = json;
        try (InputStream file = Objects.requireNonNull(StoredMessages.class.getResourceAsStream(OLD), OLD)) {
            old.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when an argument is no text, number or {@link MessageArgument} */
    public String write(List<Object> args) {
        for (Object arg : args) {
            if (!(arg instanceof String || arg instanceof Number || arg instanceof MessageArgument)) {
                throw new IllegalArgumentException("the record keeps no " + arg.getClass());
            }
        }
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("arguments must be plain values", e);
        }
    }

    /** @throws IllegalStateException when the arguments cannot be read */
    public Message read(String key, String args) {
        try {
            return asMeant(new Message(key, json.readValue(args, new TypeReference<List<Object>>() {})));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable arguments of " + key, e);
        }
    }

    /** The same message with the types its arguments had when they were still written before the text. */
    public Message asMeant(Message written) {
        String key = written.key();
        List<Object> args = written.args();
        String[] kinds = kindsBefore(key);
        List<Object> typed = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            typed.add(before(args.get(i), i < kinds.length ? kinds[i] : null));
        }
        return new Message(key, typed);
    }

    private static Object before(Object arg, @Nullable String kind) {
        return arg instanceof String text && kind != null && text.startsWith(kind + ":")
                ? MessageArgument.of(kind, text.substring(kind.length() + 1))
                : arg;
    }

    /** An argument with a type, read from JSON without knowing that it has one. */
    static Object typed(Object arg) {
        return arg instanceof Map<?, ?> object
                        && object.get("kind") instanceof String kind
                        && object.get("code") instanceof String code
                ? new MessageArgument(kind, code)
                : arg;
    }

    /** The table names a whole key or, ending in a dot, all keys that begin so. */
    private String[] kindsBefore(String key) {
        String kinds = old.getProperty(key);
        for (int dot = key.lastIndexOf('.'); kinds == null && dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            kinds = old.getProperty(key.substring(0, dot + 1));
        }
        return kinds == null ? new String[0] : kinds.split(",");
    }
}
