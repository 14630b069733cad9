package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Collaboration.Place;
import org.tandem.frameworks.Framework.FundingSource;
import org.tandem.platform.reference.DataNode;

/** Reads the registers of a framework's file: running collaborations and assessments. */
record RegisterReader(Framework framework, Countries countries, Agencies agencies) {

    private static final Map<String, Collaboration.State> COLLABORATION_STATES = Map.of(
            "planned", Collaboration.State.PLANNED,
            "formulated", Collaboration.State.PLANNED,
            "being-finalized", Collaboration.State.PLANNED,
            "under-way", Collaboration.State.UNDER_WAY,
            "published", Collaboration.State.ENDED,
            "ended", Collaboration.State.ENDED);
    private static final Map<String, AssessmentState> ASSESSMENT_STATES = Map.of(
            "proposed", AssessmentState.PROPOSED,
            "starting", AssessmentState.STARTING,
            "under-way", AssessmentState.UNDER_WAY,
            "done", AssessmentState.DONE);

    List<Collaboration> collaborations(DataNode root) {
        Set<String> areas = Stream.concat(framework.areas().stream(), framework.crossCutting().stream())
                .map(Area::code)
                .collect(Collectors.toSet());
        Set<String> funds =
                framework.fundingSources().stream().map(FundingSource::code).collect(Collectors.toSet());
        return root.list("collaborations", node -> collaboration(node, areas, funds));
    }

    List<Assessment> assessments(DataNode root) {
        return root.list("assessments", this::assessment);
    }

    static String country(DataNode node, Countries countries) {
        if (countries.find(node.asText()).isEmpty()) {
            throw node.broken("no country has the code " + node.asText());
        }
        return node.asText();
    }

    private Collaboration collaboration(DataNode node, Set<String> areas, Set<String> funds) {
        node.keys("code", "title", "kind", "areas", "agencies", "fund", "status", "countries", "summary", "source");
        return new Collaboration(
                framework.shortCode(),
                node.text("code"),
                node.text("title"),
                node.text("kind"),
                FrameworkFile.known(node, "areas", areas, "area"),
                node.texts("agencies"),
                node.has("fund") ? FrameworkFile.known(node.at("fund"), funds, "funding source") : null,
                state(node, COLLABORATION_STATES),
                node.text("status"),
                node.list("countries", this::place),
                node.textOrNull("summary"),
                FrameworkFile.source(node),
                false);
    }

    private Place place(DataNode node) {
        node.keys("iso3", "name", "grouping");
        return new Place(country(node.at("iso3"), countries), node.textOrNull("grouping"));
    }

    private Assessment assessment(DataNode node) {
        Map<String, String> roleKeys = agencies.all().stream()
                .collect(Collectors.toMap(agency -> agency.code().toLowerCase(Locale.ROOT) + "Role", Agency::code));
        node.keys(List.of("code", "country", "topic", "leads", "partners", "status", "source"), roleKeys.keySet());
        return new Assessment(
                node.text("code"),
                framework.shortCode(),
                country(node.at("country"), countries),
                node.text("topic"),
                node.texts("leads"),
                node.texts("partners"),
                node.keyNames().stream()
                        .filter(key -> roleKeys.containsKey(key) && node.has(key))
                        .map(key -> new Assessment.AgencyRole(roleKeys.get(key), node.text(key)))
                        .toList(),
                state(node, ASSESSMENT_STATES),
                null,
                0,
                null,
                null,
                FrameworkFile.source(node),
                false);
    }

    private static <S> S state(DataNode node, Map<String, S> states) {
        S state = states.get(node.text("status"));
        if (state == null) {
            throw node.at("status")
                    .broken("must be one of "
                            + String.join(
                                    ", ", states.keySet().stream().sorted().toList()));
        }
        return state;
    }
}
