package org.tandem.countries;

import java.util.Locale;

/** A region as one agency draws it; two agencies' regions of the same name need not have the same countries. */
public record Region(String agency, String code, String nameEn, String nameFr) {

    public String name(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? nameFr : nameEn;
    }
}
