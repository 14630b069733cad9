package org.tandem.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.StorableText;

/** The fields of the nomination form as somebody typed them: unchecked, so that they can be shown again as they were. */
record NominationForm(Map<String, List<String>> values) {

    /** Before the code of an area: its expected efficiency gain. */
    static final String GAIN = "gain.";

    private static final int MOST_VALUES = 200;
    private static final Set<String> FIELDS = Set.of(
            "framework",
            "country",
            "areas",
            "entryPoint",
            "existingCapacity",
            "replicable",
            "reasons",
            "collaborations",
            "noCollaboration",
            "absenceExplanation");

    /** Keeps the fields of the form and drops everything else that came along. */
    static NominationForm of(Map<String, String[]> sent) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (FIELDS.contains(name) || name.startsWith(GAIN) && name.length() < 20) {
                List<String> texts = new ArrayList<>();
                for (String value : values) {
                    if (!value.isEmpty() && texts.size() < MOST_VALUES) {
                        texts.add(StorableText.of(value));
                    }
                }
                if (!texts.isEmpty() && kept.size() < MOST_VALUES) {
                    kept.put(name, texts);
                }
            }
        });
        return new NominationForm(kept);
    }

    static NominationForm beginning(String framework, @Nullable String country, List<String> areas) {
        Map<String, List<String>> begun = new LinkedHashMap<>();
        begun.put("framework", List.of(framework));
        if (country != null && !country.isBlank()) {
            begun.put("country", List.of(StorableText.of(country)));
        }
        begun.put("areas", areas.stream().map(StorableText::of).toList());
        return new NominationForm(begun);
    }

    public @Nullable String one(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name, String value) {
        return all(name).contains(value);
    }

    /** Something beyond what the page itself puts in. */
    boolean isWorthKeeping() {
        return values.keySet().stream().anyMatch(name -> !name.equals("framework"));
    }

    /** @param iso3 of the country, or what was typed when no country is called that */
    NominationInput input(@Nullable String iso3) {
        Map<String, String> gains = new LinkedHashMap<>();
        for (String area : all("areas")) {
            String gain = one(GAIN + area);
            if (gain != null) {
                gains.put(area, gain);
            }
        }
        return new NominationInput(
                one("framework"),
                iso3 == null ? one("country") : iso3,
                all("areas"),
                one("entryPoint"),
                one("existingCapacity"),
                one("replicable"),
                one("reasons"),
                gains,
                all("collaborations"),
                one("noCollaboration"),
                one("absenceExplanation"));
    }
}
