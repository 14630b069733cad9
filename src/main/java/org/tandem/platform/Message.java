package org.tandem.platform;

import java.io.Serializable;
import java.util.List;

/** A sentence not yet spoken: a message key and its arguments, translated where it is shown. */
public record Message(String key, List<Object> args) implements Serializable {

    /** Arguments with a type come out of a record as kind and code. */
    public Message {
        args = args.stream().map(StoredMessages::typed).toList();
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
