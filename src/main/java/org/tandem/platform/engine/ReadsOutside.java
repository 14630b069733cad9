package org.tandem.platform.engine;

import org.camunda.bpm.model.xml.ModelException;

/** A diagram or decision that would have something read outside its file. */
public final class ReadsOutside extends ModelException {

    private static final long serialVersionUID = 1L;

    /** @param what where and what, such as {@code line 2: a DOCTYPE} */
    ReadsOutside(String what) {
        super(what);
    }
}
