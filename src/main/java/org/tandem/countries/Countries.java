package org.tandem.countries;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.Folding;
import org.tandem.platform.reference.NameIndex;

/** All countries, in memory, with each agency's region and presence. */
public class Countries {

    private final Map<String, Country> byIso3;
    private final List<Country> current;
    private final Map<String, AgencyPresence> presences;
    private final Map<String, Region> regions;
    private final List<FlagNote> flags;
    private final NameIndex<Country> byName;

    /** Every list of tasks and every register asks for it. */
    private final Map<Locale, List<Country>> sorted = new ConcurrentHashMap<>();

    Countries(CountryData data) {
        byIso3 = data.countries().stream().collect(Collectors.toUnmodifiableMap(Country::iso3, Function.identity()));
        current = data.countries().stream()
                .filter(country -> !country.retired())
                .sorted(Comparator.comparing(country -> Folding.fold(country.nameEn())))
                .toList();
        presences = data.presences().stream()
                .collect(Collectors.toUnmodifiableMap(
                        presence -> key(presence.agency(), presence.iso3()), Function.identity()));
        regions = data.agencies().stream()
                .flatMap(agency -> agency.regions().stream())
                .collect(Collectors.toUnmodifiableMap(
                        region -> key(region.agency(), region.code()), Function.identity()));
        flags = data.flags();
        byName = new NameIndex<>(current, Country::names);
    }

    /** Also finds countries that have left the data, because cases may refer to them. */
    public Optional<Country> find(String iso3) {
        return Optional.ofNullable(byIso3.get(iso3));
    }

    /** The country of today somebody means: by its name in any language or one of its codes. */
    public Optional<Country> named(@Nullable String typed) {
        return byName.find(typed);
    }

    /** The countries of today, by English name. */
    public List<Country> all() {
        return current;
    }

    /** The region the agency files the country under, in the agency's own scheme. */
    public Optional<Region> regionOf(String agency, String iso3) {
        return presence(agency, iso3).map(AgencyPresence::region).map(region -> regions.get(key(agency, region)));
    }

    public boolean isPresent(String agency, String iso3) {
        return presence(agency, iso3).map(AgencyPresence::present).orElse(false);
    }

    /** What is known of the agency in the country; nothing for an unknown agency or country. */
    public Optional<AgencyPresence> presence(String agency, String iso3) {
        return Optional.ofNullable(presences.get(key(agency, iso3)));
    }

    /** The countries of today in one region of an agency. */
    public List<Country> inRegion(String agency, String regionCode) {
        return current.stream()
                .filter(country -> regionOf(agency, country.iso3())
                        .filter(region -> region.code().equals(regionCode))
                        .isPresent())
                .toList();
    }

    /** Countries whose name in any language, or code, holds the words; accents and case do not matter. */
    public List<Country> search(String words) {
        return current.stream().filter(country -> matches(country, words)).toList();
    }

    /** The countries of today sorted by name in the reader's language. */
    public List<Country> all(Locale locale) {
        return sorted.computeIfAbsent(locale, this::sorted);
    }

    private List<Country> sorted(Locale locale) {
        Collator names = Collator.getInstance(locale);
        return current.stream()
                .sorted((one, other) -> names.compare(one.name(locale), other.name(locale)))
                .toList();
    }

    public List<FlagNote> flags() {
        return flags;
    }

    static boolean matches(Country country, String words) {
        return Folding.matches(
                words,
                String.join(" ", country.nameEn(), country.nameFr(), country.nameEs(), country.iso3(), country.iso2()));
    }

    private static String key(String agency, String code) {
        return agency + ":" + code;
    }
}
