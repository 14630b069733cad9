package org.tandem.countries;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tandem.platform.reference.BrokenReference;
import org.tandem.platform.reference.ReferenceFile;

/** Reads the list of countries and checks every line. */
final class CountriesFile {

    private static final List<String> COLUMNS = List.of("""
            iso2 iso3 m49 name_en name_fr name_es ldc lldc sids fragile lat lon languages
            un_status rc_presence rc_office fragile_class
            """.split("\\s+"));
    private static final List<String> UNIQUE = List.of("iso3", "iso2", "m49", "name_en", "name_fr", "name_es");
    private static final Set<String> UN_STATUS = new TreeSet<>(Set.of("member", "observer", "area"));
    private static final Set<String> RC_PRESENCE =
            new TreeSet<>(Set.of("country", "multi_country_seat", "multi_country_covered", "none"));
    private static final Set<String> FRAGILE_CLASS = new TreeSet<>(Set.of("", "conflict", "institutional_social"));
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "ar", "pt", "ru", "zh");

    private CountriesFile() {}

    static List<CountryRow> rows(ReferenceFile file, List<AgencyRules> agencies) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file.text(), format)) {
            checkColumns(file, parser.getHeaderNames(), agencies);
            List<CountryRow> rows = new ArrayList<>();
            for (CSVRecord line : parser) {
                rows.add(row(file, (int) parser.getCurrentLineNumber(), line, parser.getHeaderNames()));
            }
            checkUnique(rows);
            return rows;
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenReference(file.name(), 1, "", "is not CSV: " + e.getMessage());
        }
    }

    static Country country(CountryRow row) {
        String fragileClass = row.oneOf("fragile_class", FRAGILE_CLASS);
        boolean fragile = row.flag("fragile");
        if (fragile == fragileClass.isEmpty()) {
            throw row.broken("fragile_class", "must be given exactly when fragile is true");
        }
        String rcPresence = row.oneOf("rc_presence", RC_PRESENCE);
        String rcOffice = row.textOrNull("rc_office");
        if (rcPresence.equals("none") != (rcOffice == null)) {
            throw row.broken("rc_office", "must be given exactly when rc_presence is not none");
        }
        return new Country(
                row.matching("iso3", "[A-Z]{3}"),
                row.matching("iso2", "[A-Z]{2}"),
                m49(row),
                row.text("name_en"),
                row.text("name_fr"),
                row.text("name_es"),
                row.flag("ldc"),
                row.flag("lldc"),
                row.flag("sids"),
                fragile,
                fragile ? fragileClass : null,
                row.oneOf("un_status", UN_STATUS),
                rcPresence,
                rcOffice,
                languages(row, rcPresence),
                row.number("lat", 90),
                row.number("lon", 180),
                false);
    }

    private static String m49(CountryRow row) {
        String m49 = row.textOrNull("m49");
        return m49 == null ? null : row.matching("m49", "[0-9]{3}");
    }

    private static List<String> languages(CountryRow row, String rcPresence) {
        String value = row.raw("languages");
        List<String> languages = value.isEmpty() ? List.of() : Arrays.asList(value.split(";"));
        if (!LANGUAGES.containsAll(languages)) {
            throw row.broken(
                    "languages", "\"" + value + "\" is not a list of " + String.join(", ", new TreeSet<>(LANGUAGES)));
        }
        if (languages.isEmpty() != rcPresence.equals("none")) {
            throw row.broken("languages", "must be given exactly where there is a country team");
        }
        return List.copyOf(languages);
    }

    private static void checkColumns(ReferenceFile file, List<String> columns, List<AgencyRules> agencies) {
        for (String wanted : COLUMNS) {
            if (!columns.contains(wanted)) {
                throw new BrokenReference(file.name(), 1, wanted, "this column is missing");
            }
        }
        for (String column : columns) {
            boolean ofAnAgency = agencies.stream()
                    .anyMatch(rules -> column.startsWith(rules.agency().code().toLowerCase(Locale.ROOT) + "_"));
            if (!COLUMNS.contains(column) && !ofAnAgency) {
                throw new BrokenReference(
                        file.name(), 1, column, "unknown column; an agency's own begin with its code in small letters");
            }
        }
    }

    private static CountryRow row(ReferenceFile file, int line, CSVRecord values, List<String> columns) {
        if (!values.isConsistent()) {
            throw new BrokenReference(
                    file.name(), line, "", "has %d values for %d columns".formatted(values.size(), columns.size()));
        }
        return new CountryRow(file.name(), line, values.toMap());
    }

    private static void checkUnique(List<CountryRow> rows) {
        for (String column : UNIQUE) {
            Map<String, Integer> seen = new HashMap<>();
            for (CountryRow row : rows) {
                String value = row.raw(column);
                Integer before = value.isEmpty() ? null : seen.put(value, row.line());
                if (before != null) {
                    throw row.broken(column, "\"%s\" stands already in line %d".formatted(value, before));
                }
            }
        }
    }
}
