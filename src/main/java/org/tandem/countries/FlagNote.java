package org.tandem.countries;

import java.util.List;
import java.util.Locale;

/** Where a flag comes from, how old it is, and what is doubtful about it; a doubt without countries concerns all. */
public record FlagNote(String code, String asOf, String source, List<Doubt> doubts) {

    /** What could not be verified. */
    public record Doubt(List<String> countries, String textEn, String textFr) {

        public String text(Locale locale) {
            return "fr".equals(locale.getLanguage()) ? textFr : textEn;
        }
    }

    public List<Doubt> doubtsAbout(String iso3) {
        return doubts.stream().filter(doubt -> doubt.countries().contains(iso3)).toList();
    }

    public List<Doubt> generalDoubts() {
        return doubts.stream().filter(doubt -> doubt.countries().isEmpty()).toList();
    }
}
