package org.tandem.platform.web;

import java.io.Serializable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.Message;

/** What the next page says at its top about what was just done. Arguments must be serializable: it travels in the session. */
public record Flash(Tone tone, Message words) implements Serializable {

    private static final String ATTRIBUTE = "flash";

    /** How it is meant; the style class and the spoken prefix follow from it. */
    public enum Tone {
        DONE,
        NOTE,
        WARNING;

        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static void done(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, Tone.DONE, messageKey, args);
    }

    public static void done(RedirectAttributes redirect, Message words) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(Tone.DONE, words));
    }

    public static void note(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, Tone.NOTE, messageKey, args);
    }

    public static void warning(RedirectAttributes redirect, String messageKey, Object... args) {
        add(redirect, Tone.WARNING, messageKey, args);
    }

    private static void add(RedirectAttributes redirect, Tone tone, String messageKey, Object... args) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(tone, Message.of(messageKey, args)));
    }
}
