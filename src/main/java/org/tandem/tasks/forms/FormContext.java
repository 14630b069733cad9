package org.tandem.tasks.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a form is filled in against: the reader's time, zone and language, facts of the case that conditions may ask for, and
 * the options of fields whose file names a {@code valuesKey} instead of listing them.
 */
public record FormContext(
        Instant now, ZoneId zone, Locale locale, Map<String, Object> facts, Map<String, List<Option>> options) {

    /** Key of the options of a country picker that names no other. */
    public static final String COUNTRIES = "countries";

    /** After the key of options: those that are none any more. */
    public static final String GONE = ".gone";

    public FormContext {
        facts = Map.copyOf(facts);
        options = Map.copyOf(options);
    }

    public static FormContext of(Instant now, ZoneId zone, Locale locale) {
        return new FormContext(now, zone, locale, Map.of(), Map.of());
    }

    public FormContext withFact(String name, Object value) {
        Map<String, Object> more = new HashMap<>(facts);
        more.put(name, value);
        return new FormContext(now, zone, locale, more, options);
    }

    public FormContext withOptions(String valuesKey, List<Option> given) {
        Map<String, List<Option>> more = new HashMap<>(options);
        more.put(valuesKey, List.copyOf(given));
        return new FormContext(now, zone, locale, facts, more);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Those of {@link #GONE}, too, where one of them was chosen. */
    List<Option> optionsOf(FormField field, List<String> chosen) {
        return Stream.concat(
                        optionsOf(field).stream(),
                        options.getOrDefault(field.valuesKey() + GONE, List.of()).stream()
                                .filter(gone -> chosen.contains(gone.value())))
                .toList();
    }

    /** The options of a field, from its file or from the caller. */
    List<Option> optionsOf(FormField field) {
        if (field.valuesKey() == null) {
            return field.options();
        }
        List<Option> given = options.get(field.valuesKey());
        if (given == null) {
            throw new IllegalStateException("Nobody supplied the options “" + field.valuesKey() + "” of field “"
                    + field.name() + "”: call FormContext.withOptions.");
        }
        return given;
    }
}
