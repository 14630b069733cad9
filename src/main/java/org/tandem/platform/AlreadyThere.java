package org.tandem.platform;

import lombok.Getter;

/** Nothing is begun, because there is one already, such as an open case: the page leads to it. */
@Getter
public final class AlreadyThere extends Refused {

    private static final long serialVersionUID = 1L;
    private final String id;

    /** @param messageKey of a sentence that names what is there */
    public AlreadyThere(String field, String messageKey, String id) {
        super(Kind.CONFLICT, field, messageKey, id);
        this.id = id;
    }
}
