package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the founding documents leave open, or say twice in different ways.
 *
 * @param frameworks short codes of those concerned
 * @param setting the setting that holds the parties' answer, if there is one
 */
public record OpenPoint(
        String code, List<String> frameworks, @Nullable String setting, String textEn, String textFr) {

    public String text(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? textFr : textEn;
    }
}
