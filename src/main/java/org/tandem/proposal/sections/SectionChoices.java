package org.tandem.proposal.sections;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.funds.MarkerSet;
import org.tandem.funds.Markers;
import org.tandem.funds.ProposalTemplate;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.Organisation;
import org.tandem.tasks.forms.FormContext;
import org.tandem.tasks.forms.Option;

/** What the forms of sections offer to choose from, and what their conditions ask for: all of it data. */
@Component
@RequiredArgsConstructor
class SectionChoices {

    /** More than any form has rows for. */
    private static final int MOST_RESULTS = 200;

    static final String ORGANISATIONS = "organisations";

    /** Fields of rows that name something which may go: an organisation that left, a result that was struck out. */
    private static final Map<String, String> NAMING = Map.of(
            "outcome",
            "outcomes",
            "output",
            "outputs",
            "result",
            "results",
            "responsible",
            ORGANISATIONS,
            "owner",
            ORGANISATIONS,
            "organisation",
            ORGANISATIONS);

    private final Markers markers;
    private final Agencies agencies;
    private final Clock clock;
    private final Translator translator;

    /**
     * @param organisations those who take part
     * @param content what a section says, by its code
     */
    FormContext of(
            String area,
            ProposalTemplate template,
            List<Organisation> organisations,
            Function<String, Map<String, Object>> content,
            Locale locale) {
        Map<String, Object> results = template.sections().stream()
                .filter(section -> section.kind().equals("results-framework"))
                .findFirst()
                .map(section -> content.apply(section.id()))
                .orElse(Map.of());
        List<Option> principles = group("area_principles", area, locale);
        Map<String, Object> facts = Map.of(
                "childAsked", template.markers().contains("child"),
                "peacebuilding", template.markers().contains("pbf_focus"),
                "principlesAsked", !principles.isEmpty(),
                "labourAsked",
                        markers.find("labour_standards")
                                .flatMap(set -> set.marker(area))
                                .isPresent());
        Map<String, List<Option>> options = new HashMap<>();
        options.put("principles", principles);
        options.put("genderMarkers", all("gender_equality_marker", true, locale));
        options.put(
                "humanRightsMarkers",
                template.markers().contains("hr_letters")
                        ? all("human_rights_marker", false, locale)
                        : all("human_rights_marker_un_info", true, locale));
        options.put("targetGroups", all("target_groups", false, locale));
        options.put("streams", all("serp_pillars", false, locale));
        options.put(
                "sdgTargets",
                Stream.concat(all("sdg_targets", true, locale).stream(), all("sdg_goals", true, locale).stream())
                        .toList());
        options.put(
                ORGANISATIONS,
                organisations.stream()
                        .map(one -> new Option(one.code(), name(one, locale)))
                        .toList());
        options.put("outcomes", numbered(results, "outcomes"));
        options.put("outputs", numbered(results, "outputs"));
        options.put(
                "results",
                Stream.concat(numbered(results, "outcomes").stream(), numbered(results, "outputs").stream())
                        .toList());
        return new FormContext(clock.instant(), ZoneOffset.UTC, locale, facts, options);
    }

    /** With what rows name though it is not there any more, so that showing a form and saving it loses nothing. */
    FormContext withGone(FormContext context, Map<String, Object> content) {
        Map<String, Map<String, Option>> gone = new HashMap<>();
        rows(content)
                .forEach(row -> NAMING.forEach((field, key) -> {
                    Object named = row.get(field);
                    if (named != null
                            && context.options().get(key).stream()
                                    .noneMatch(one -> one.value().equals(named))) {
                        Message words = Message.of("proposal.sections.gone", named);
                        gone.computeIfAbsent(key, none -> new LinkedHashMap<>())
                                .put(
                                        named.toString(),
                                        new Option(named.toString(), translator.say(words, context.locale())));
                    }
                }));
        FormContext with = context;
        for (var one : gone.entrySet()) {
            with = with.withOptions(
                    one.getKey() + FormContext.GONE, List.copyOf(one.getValue().values()));
        }
        return with;
    }

    /** Whether a row names this organisation. */
    static boolean names(Map<String, Object> content, String organisation) {
        return rows(content).anyMatch(row -> NAMING.entrySet().stream()
                .anyMatch(field ->
                        field.getValue().equals(ORGANISATIONS) && organisation.equals(row.get(field.getKey()))));
    }

    private static Stream<Map<?, ?>> rows(Map<String, Object> content) {
        return content.values().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .filter(Map.class::isInstance)
                .map(row -> (Map<?, ?>) row);
    }

    /** Parties by their initials, those who came with a letter by their names. */
    private String name(Organisation one, Locale locale) {
        return agencies.find(one.code()).map(agency -> agency.initials(locale)).orElse(one.name());
    }

    private static List<Option> numbered(Map<String, Object> results, String list) {
        return Rows.of(results, list).stream()
                .filter(row -> row.containsKey("number"))
                .limit(MOST_RESULTS)
                .map(row -> new Option(
                        row.get("number").toString(),
                        row.get("number") + " " + Rows.text(row, "statement").orElse("")))
                .toList();
    }

    private List<Option> all(String set, boolean withCode, Locale locale) {
        return markers.find(set).stream()
                .flatMap(found -> found.markers().stream())
                .map(marker -> option(marker, withCode, locale))
                .toList();
    }

    private List<Option> group(String set, String group, Locale locale) {
        return markers.find(set).stream()
                .flatMap(found -> found.groups().stream())
                .filter(found -> found.code().equals(group))
                .flatMap(found -> found.markers().stream())
                .map(marker -> option(marker, false, locale))
                .toList();
    }

    private static Option option(MarkerSet.Marker marker, boolean withCode, Locale locale) {
        String label = marker.label(locale);
        return new Option(marker.code(), withCode ? marker.code() + " " + label : label);
    }
}
