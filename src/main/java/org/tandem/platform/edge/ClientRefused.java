package org.tandem.platform.edge;

import lombok.Getter;
import org.apache.coyote.BadRequestException;

/** A client sent or read too much, too slowly, or while too many others did. Noted at the request under {@link #NOTE}. */
@Getter
public class ClientRefused extends BadRequestException {

    /** The name of a request attribute: the server drops what is thrown while it reads a form. */
    public static final String NOTE = ClientRefused.class.getName();

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        TOO_LARGE,
        TOO_SLOW,
        TOO_MANY_WAIT
    }

    private final Reason reason;

    public ClientRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }
}
