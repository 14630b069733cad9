package org.tandem.funds;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.Folding;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * A scale or list that proposals are marked with.
 *
 * @param basis how the data know, in words
 * @param details everything else that is known, as it stands in the data
 */
public record MarkerSet(
        String code,
        @Nullable String basis,
        Verification verification,
        List<Group> groups,
        Map<String, Object> details,
        @With boolean retired)
        implements Lasting<MarkerSet> {

    /** Part of a list; a list without parts has one group without a name. */
    public record Group(String code, List<Marker> markers) {}

    /** One value; the labels fall back to English. */
    public record Marker(
            String code,
            String labelEn,
            @Nullable String labelFr,
            @Nullable String labelEs,
            Map<String, Object> details) {

        public String label(Locale locale) {
            String label =
                    switch (locale.getLanguage()) {
                        case "fr" -> labelFr;
                        case "es" -> labelEs;
                        default -> labelEn;
                    };
            return label == null ? labelEn : label;
        }

        boolean matches(String words) {
            return Folding.matches(
                    words, String.join(" ", code, labelEn, label(Locale.FRENCH), label(Locale.forLanguageTag("es"))));
        }

        /** Whether the label in this language had to be taken from English. */
        public boolean isForeignTo(Locale locale) {
            return "fr".equals(locale.getLanguage()) && labelFr == null;
        }
    }

    public List<Marker> markers() {
        return groups.stream().flatMap(group -> group.markers().stream()).toList();
    }

    public Optional<Marker> marker(String markerCode) {
        return markers().stream()
                .filter(marker -> marker.code().equals(markerCode))
                .findFirst();
    }

    /** With only the values that match the words of a search. */
    MarkerSet only(String words) {
        return new MarkerSet(
                code,
                basis,
                verification,
                groups.stream()
                        .map(group -> new Group(
                                group.code(),
                                group.markers().stream()
                                        .filter(marker -> marker.matches(words))
                                        .toList()))
                        .filter(group -> !group.markers().isEmpty())
                        .toList(),
                details,
                retired);
    }
}
