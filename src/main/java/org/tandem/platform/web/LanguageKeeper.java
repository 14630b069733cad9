package org.tandem.platform.web;

import java.util.Locale;
import java.util.UUID;

/** Port: keeps the language a signed-in person has chosen in the header. Implemented by people. */
public interface LanguageKeeper {

    void keepLanguage(UUID personId, Locale language);
}
