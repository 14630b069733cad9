package org.tandem.journeys;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.countries.FlagNote;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.funds.Markers;
import org.tandem.funds.ProposalTemplates;

/** Names that are data and stay as they are in every language. What is left of a text without them is a sentence. */
@TestComponent
class KnownData {

    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("\\b(en-XA|ar-XB|English|Français)\\b"),
            // Codes: cases, assessments, agencies, countries
            Pattern.compile("\\b[A-Z]+-[A-Z0-9]+(-[A-Z0-9]+)*\\b"),
            Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b"),
            // Dates, and time zones
            Pattern.compile("\\b(\\d{1,2} )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) \\d{4}\\b"),
            Pattern.compile("\\b\\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b"),
            Pattern.compile("\\bUTC\\S*|\\b[A-Z]\\w+/[\\w/-]+"));
    /** Shorter ones would be found inside of other words. */
    private static final int SHORTEST_NAME = 4;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private final Countries countries;
    private final Agencies agencies;
    private final Frameworks frameworks;
    private final Markers markers;
    private final Funds funds;
    private final ProposalTemplates templates;
    private final JdbcClient jdbc;
    private final Supplier<Set<String>> names = SingletonSupplier.of(this::names);

    KnownData(
            Countries countries,
            Agencies agencies,
            Frameworks frameworks,
            Markers markers,
            Funds funds,
            ProposalTemplates templates,
            JdbcClient jdbc) {
        this.countries = countries;
        this.agencies = agencies;
        this.frameworks = frameworks;
        this.markers = markers;
        this.funds = funds;
        this.templates = templates;
        this.jdbc = jdbc;
    }

    private Set<String> names() {
        Set<String> all = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        countries.all().stream().map(Country::nameEn).forEach(all::add);
        countries.flags().stream()
                .flatMap(flag -> flag.doubts().stream())
                .map(FlagNote.Doubt::textEn)
                .forEach(all::add);
        agencies.all().forEach(agency -> {
            all.add(agency.name(Locale.ENGLISH));
            agency.regions().forEach(region -> all.add(region.nameEn()));
        });
        frameworks.all().forEach(framework -> {
            all.add(framework.title());
            all.add(framework.shortTitle());
            frameworks.openPoints(framework.shortCode()).forEach(point -> all.add(point.text(Locale.ENGLISH)));
            framework.areas().forEach(area -> {
                all.add(area.title());
                area.gains().stream().map(Area.EfficiencyGain::label).forEach(all::add);
            });
        });
        frameworks.collaborations().forEach(collaboration -> {
            all.add(collaboration.title());
            all.addAll(collaboration.agencies());
        });
        markers.all().forEach(set -> set.markers().forEach(marker -> all.add(marker.label(Locale.ENGLISH))));
        funds.all().stream().map(Fund::shortName).forEach(all::add);
        templates.all().forEach(form -> all.add(form.title(Locale.ENGLISH)));
        ZoneId.getAvailableZoneIds().forEach(zone -> all.add(zone.replace('_', ' ')));
        all.addAll(jdbc.sql("select id from tandem.call union select value from tandem.call, jsonb_each_text(said)")
                .query(String.class)
                .list());
        all.addAll(jdbc.sql("select display_name from tandem.person")
                .query(String.class)
                .list());
        all.addAll(jdbc.sql("select question from tandem.support_request")
                .query(String.class)
                .list());
        all.addAll(topics());
        all.removeIf(name -> name.length() < SHORTEST_NAME);
        return all;
    }

    /** @return what is neither from a bundle nor data; empty when all is as it should be */
    String takenFrom(String text) {
        String rest = text;
        for (String before = ""; !before.equals(rest); ) {
            before = rest;
            rest = BRACKETS.matcher(rest).replaceAll(" ");
        }
        for (String name : names.get()) {
            rest = rest.replace(name, " ");
        }
        for (Pattern shape : SHAPES) {
            rest = shape.matcher(rest).replaceAll(" ");
        }
        return WORD.matcher(rest).find() ? rest.strip() : "";
    }

    private static List<String> topics() {
        try (InputStream file = KnownData.class.getResourceAsStream("/reference/support/topics.yaml")) {
            return new YAMLMapper().readTree(file).findValuesAsText("en");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
