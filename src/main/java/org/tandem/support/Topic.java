package org.tandem.support;

import java.util.Locale;

/** What support can be asked about. */
record Topic(String code, String nameEn, String nameFr) {

    public String name(Locale locale) {
        return "fr".equals(locale.getLanguage()) ? nameFr : nameEn;
    }
}
