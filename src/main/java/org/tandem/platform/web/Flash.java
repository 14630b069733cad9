package org.tandem.platform.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.Message;

/**
 * What the next page says at its top about what was just done. Arguments must be serializable: it travels in the session.
 *
 * @param caseId the case it was done on: the page names its subject and leads there
 */
public record Flash(Tone tone, Message words, @Nullable String caseId) implements Serializable {

    private static final String ATTRIBUTE = "flash";

    public Flash(Tone tone, Message words) {
        this(tone, words, null);
    }

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

    /** What was done on a case, and who sees it. */
    public static void ofCase(RedirectAttributes redirect, String caseId, String messageKey, Object... args) {
        ofCase(redirect, caseId, Message.of(messageKey, args));
    }

    public static void ofCase(RedirectAttributes redirect, @Nullable String caseId, Message words) {
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(Tone.DONE, words, caseId));
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
