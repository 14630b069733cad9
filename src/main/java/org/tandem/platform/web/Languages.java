package org.tandem.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** The languages a person may choose; with pseudo-locales also an accented and a right-to-left one, for testing (D22). */
@Getter
public class Languages {

    /** English, accented and longer: shows text that is not translated and boxes that are too narrow. */
    public static final Locale ACCENTED = Locale.forLanguageTag("en-XA");
    /** English, laid out from right to left. */
    public static final Locale MIRRORED = Locale.forLanguageTag("ar-XB");

    private final List<Locale> all;

    Languages(boolean pseudoLocales) {
        this.all = pseudoLocales
                ? List.of(Locale.ENGLISH, Locale.FRENCH, ACCENTED, MIRRORED)
                : List.of(Locale.ENGLISH, Locale.FRENCH);
    }

    /** The supported language for a tag such as {@code fr}, {@code fr-CH} or {@code en_XA}. */
    public Optional<Locale> find(@Nullable String tag) {
        if (tag == null || tag.length() > 35) {
            return Optional.empty();
        }
        Locale wanted = Locale.forLanguageTag(tag.replace('_', '-'));
        return all.stream().filter(wanted::equals).findFirst().or(() -> all.stream()
                .filter(language -> language.getCountry().isEmpty()
                        && language.getLanguage().equals(wanted.getLanguage()))
                .findFirst());
    }

    /** The language's name in itself. */
    public String nameOf(Locale language) {
        if (isPseudo(language)) {
            return language.toLanguageTag();
        }
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    static boolean isPseudo(Locale locale) {
        return locale.equals(ACCENTED) || locale.equals(MIRRORED);
    }

    /** The language whose texts, dates and names are used: English for the pseudo-locales. */
    public static Locale spoken(Locale locale) {
        return isPseudo(locale) ? Locale.ENGLISH : locale;
    }
}
