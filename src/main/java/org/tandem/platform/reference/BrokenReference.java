package org.tandem.platform.reference;

import org.tandem.platform.CannotStart;

/** A file of reference data cannot be used: which file, which line, which key, and why. Stops the start. */
public class BrokenReference extends CannotStart {

    private static final long serialVersionUID = 1L;
    private static final String ACTION = "Correct the file and start again. Nothing has been changed in the database.";

    public BrokenReference(String file, int line, String key, String why) {
        super(
                message("%s, line %d, %s: %s".formatted(file, line, key.isEmpty() ? "whole file" : "key " + key, why)),
                ACTION);
    }

    public BrokenReference(String file, String why) {
        super(message(file + ": " + why), ACTION);
    }

    private static String message(String where) {
        return "The reference data cannot be loaded. " + where;
    }
}
