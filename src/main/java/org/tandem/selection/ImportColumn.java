package org.tandem.selection;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** The columns of a spreadsheet of nominations, by the name in its first line. */
@RequiredArgsConstructor
enum ImportColumn {
    FRAMEWORK(true, "framework"),
    COUNTRY(true, "country"),
    AREAS(true, "areas"),
    ENTRY_POINT(true, "entryPoint"),
    EXISTING_CAPACITY(false, "existingCapacity"),
    REPLICABLE(false, "replicable"),
    REASONS(true, "reasons"),
    GAINS(false, "gains"),
    COLLABORATIONS(false, "collaborations"),
    NO_COLLABORATION(false, "noCollaboration"),
    ABSENCE_EXPLANATION(false, "absenceExplanation");

    /** Written by us beside rows that could not be started; not read again. */
    static final String PROBLEMS = "problems";

    private final boolean required;
    private final String field;

    /** As it stands in the first line of the file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isRequired() {
        return required;
    }

    /** The field of a nomination that refusals name. */
    String field() {
        return field;
    }

    /** Case, spaces and hyphens do not matter. */
    static Optional<ImportColumn> named(String header) {
        String wanted = folded(header);
        return Arrays.stream(values())
                .filter(column -> folded(column.code()).equals(wanted))
                .findFirst();
    }

    /** The column a refusal is about: gain.A3 is in the column of gains. */
    static Optional<ImportColumn> ofField(String field) {
        String wanted = field.startsWith(NominationInput.GAIN) ? GAINS.field : field;
        return Arrays.stream(values())
                .filter(column -> column.field.equals(wanted))
                .findFirst();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
