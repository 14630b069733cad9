package org.tandem.platform.reference;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Texts of the data files that have a French one beside them: {@code fr: {title: ..., by: official}}. */
public final class InFrench {

    /** Who translated it: an organization in a French edition of its own, or we. */
    private static final Set<String> BY = Set.of("official", "ours");

    private InFrench() {}

    /** The French text of a key; null where nobody has translated it. */
    public static @Nullable String read(DataNode node, String key) {
        if (!node.has("fr")) {
            return null;
        }
        DataNode french = node.at("fr");
        if (!BY.contains(french.text("by"))) {
            throw french.at("by").broken("must be one of " + BY);
        }
        return french.textOrNull(key);
    }

    /** What the reader of this page gets; English where nobody reads. */
    public static String said(String english, @Nullable String french) {
        return LocaleContextHolder.getLocaleContext() == null
                ? english
                : said(english, french, LocaleContextHolder.getLocale());
    }

    public static String said(String english, @Nullable String french, Locale locale) {
        return french != null && "fr".equals(locale.getLanguage()) ? french : english;
    }
}
