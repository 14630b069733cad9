package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.countries.Countries;

/** Do page, list, count, export, country page and search agree about who may read a case (D20, D43)? */
@ProcessTest
class CaseReadersTests {

    private static Map<String, String> cases = Map.of();

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roads roads;

    @Autowired
    Countries countries;

    @BeforeEach
    void open() {
        if (cases.isEmpty()) {
            String selected = roads.inVetting(coordinated(), "A3");
            roads.approves(selected, "UNDP");
            roads.approves(selected, "ILO");
            cases = Map.of("IN_VETTING", roads.inVetting(coordinated(), "A3"), "VETTED", selected);
        }
    }

    /** A country with a Resident Coordinator. */
    private String coordinated() {
        String country = roads.freshCountry();
        return countries.find(country).orElseThrow().hasResidentCoordinator() ? country : coordinated();
    }

    @Test
    void residentCoordinatorsReadTheirCountryOnceItIsSelected() {
        Map<String, Boolean> read = cases.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> page(coordinatorOf(one.getValue()), one.getValue())));

        assertThat(read).isEqualTo(Map.of("IN_VETTING", false, "VETTED", true));
    }

    @Test
    void everyWayToACaseAgrees() {
        for (String id : cases.values()) {
            for (Caller who : List.of(
                    coordinatorOf(id),
                    caller("rc.vnm"),
                    caller("fp.ilo.a6"),
                    caller("observer"),
                    caller("fp.unhcr.g1"))) {
                Set<Boolean> answers = new TreeSet<>(List.of(
                        page(who, id),
                        listed(who, id),
                        counted(who, id),
                        exported(who, id),
                        onCountryPage(who, id),
                        found(who, id)));

                assertThat(answers).as(who.name() + " and " + id).hasSize(1);
            }
        }
    }

    @Test
    void anEndedMandateIsForgottenWithoutTouchingTheCase() {
        String id = cases.get("VETTED");
        Caller who = coordinatorOf(id);
        assertThat(found(who, id)).isTrue();
        List<Map<String, Object>> before = document(id);

        jdbc.sql("update tandem.mandate set scope = 'XXX' where scope = ? and role = 'resident-coordinator'")
                .param(country(id))
                .update();
        try {
            assertThat(found(who, id)).isFalse();
            assertThat(page(who, id)).isFalse();
            assertThat(document(id)).isEqualTo(before);
        } finally {
            jdbc.sql("update tandem.mandate set scope = ? where scope = 'XXX' and role = 'resident-coordinator'")
                    .param(country(id))
                    .update();
        }
    }

    private List<Map<String, Object>> document(String id) {
        return jdbc.sql("select revision, cast(audience as text) from tandem.search_document where key = ?")
                .param(id)
                .query()
                .listOfRows();
    }

    private Caller coordinatorOf(String id) {
        return roads.holder("resident-coordinator:UN:" + country(id));
    }

    private Caller caller(String name) {
        return Caller.of(http, name);
    }

    private static String country(String id) {
        return id.split("-")[1];
    }

    private static boolean page(Caller who, String id) {
        return who.get("/api/cases/" + id).getStatusCode().is2xxSuccessful();
    }

    private static boolean listed(Caller who, String id) {
        return names(
                        who.get("/api/selection/cases?country=" + country(id))
                                .getBody()
                                .get("rows"),
                        "id")
                .contains(id);
    }

    private static boolean counted(Caller who, String id) {
        return who.get("/api/selection/cases?country=" + country(id))
                        .getBody()
                        .get("total")
                        .asLong()
                > 0;
    }

    private boolean exported(Caller who, String id) {
        return who.http()
                .getForObject("/selection/cases.csv?country=" + country(id), String.class)
                .contains(id);
    }

    private boolean onCountryPage(Caller who, String id) {
        return who.http()
                .getForObject("/countries/" + country(id), String.class)
                .contains("/cases/" + id);
    }

    private static boolean found(Caller who, String id) {
        return names(who.get("/api/search?q=" + id).getBody().get("items"), "key")
                .contains(id);
    }

    private static List<String> names(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.get(name).asText())
                .toList();
    }
}
