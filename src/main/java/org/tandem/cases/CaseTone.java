package org.tandem.cases;

import java.util.Locale;

/** Tone of the tag that names a state; the words carry the meaning, the tone only helps the eye. */
public enum CaseTone {
    INFO,
    WAIT,
    DONE,
    STOP;

    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
