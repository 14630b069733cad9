package org.tandem.journeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;

/** Names that are data and stay as they are in every language. What is left of a text without them is a sentence. */
@TestComponent
class KnownData {

    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");
    private static final List<Pattern> SHAPES = List.of(
            // Codes: cases, assessments, agencies, countries
            Pattern.compile("\\b[A-Z]+-[A-Z0-9]+(-[A-Z0-9]+)*\\b"),
            Pattern.compile("\\b[A-Z][A-Z0-9]+\\b"),
            // Dates, and time zones
            Pattern.compile("\\b\\d{1,2} \\p{L}{3,9} \\d{4}\\b"),
            Pattern.compile("\\bUTC\\S*|\\b[A-Z]\\w+/[\\w/-]+"),
            Pattern.compile("\\b(en-XA|ar-XB|English|Français)\\b"));
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private final List<String> names;

    KnownData(Countries countries, Agencies agencies, Frameworks frameworks, JdbcClient jdbc) {
        TreeSet<String> all = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        countries.all().stream().map(Country::nameEn).forEach(all::add);
        agencies.all().forEach(agency -> {
            all.add(agency.name(Locale.ENGLISH));
            agency.regions().forEach(region -> all.add(region.nameEn()));
        });
        frameworks.all().forEach(framework -> {
            all.add(framework.title());
            all.add(framework.shortTitle());
            framework.areas().forEach(area -> {
                all.add(area.title());
                area.gains().stream().map(Area.EfficiencyGain::label).forEach(all::add);
            });
        });
        frameworks.collaborations().forEach(collaboration -> all.add(collaboration.title()));
        all.addAll(jdbc.sql("select display_name from tandem.person")
                .query(String.class)
                .list());
        names = new ArrayList<>(all);
    }

    /** @return what is neither from a bundle nor data; empty when all is as it should be */
    String takenFrom(String text) {
        String rest = text;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = BRACKETS.matcher(rest).replaceAll(" ");
        }
        for (String name : names) {
            rest = rest.replace(name, " ");
        }
        for (Pattern shape : SHAPES) {
            rest = shape.matcher(rest).replaceAll(" ");
        }
        return WORD.matcher(rest).find() ? rest.strip() : "";
    }
}
