package org.tandem.platform;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a {@link Message} mentions by its code and the reader knows by a name: an agency, a country, a person. Text that
 * somebody typed is never one, whatever it looks like.
 *
 * @param kind which {@code ArgumentNaming} knows the name
 */
public record MessageArgument(String kind, String code) implements Serializable {

    public static MessageArgument of(String kind, @Nullable Object code) {
        return new MessageArgument(kind, String.valueOf(code));
    }

    public static MessageArgument agency(@Nullable String code) {
        return of("agency", code);
    }

    public static MessageArgument country(String iso3) {
        return of("country", iso3);
    }

    /** Said by its title alone. */
    public static MessageArgument area(String areaKey) {
        return of("area", areaKey);
    }

    /** Said by its code with the title behind it. */
    public static MessageArgument areaKey(String areaKey) {
        return of("areaKey", areaKey);
    }

    /** @param group a candidate group, such as {@code regional-director:ILO:AFRICA} */
    public static MessageArgument group(String group) {
        return of("group", group);
    }

    /** @param groups candidate groups separated by commas, as the diagrams name them */
    public static MessageArgument groups(String groups) {
        return of("groups", groups);
    }

    public static MessageArgument groups(List<String> groups) {
        return groups(String.join(",", groups));
    }

    /** @param id of the person, as UUID or text */
    public static MessageArgument person(@Nullable Object id) {
        return of("person", id);
    }

    /** @param instant a moment, said in the reader's zone */
    public static MessageArgument time(@Nullable Object instant) {
        return of("time", instant);
    }

    /** @param day a day, as the reader writes it */
    public static MessageArgument date(@Nullable LocalDate day) {
        return of("date", day);
    }

    public static MessageArgument task(String taskKey) {
        return of("task", taskKey);
    }
}
