package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.Roads;

/** F1 and F6 after every step of scenarios 1 to 3, and every number against the list behind it. */
@DashboardTest
class DashboardScenarioTests {

    private static final String DIRECTORS = "regional-director";
    private static final String FOCAL_POINTS = "focal-point";

    @LocalServerPort
    int port;

    @Autowired
    Roads roads;

    @Autowired
    EmptyHouse house;

    private Look look;

    @BeforeEach
    void nothingIsThere() {
        house.sweep();
        look = Look.of(port, "coord.undp");
        assertThat(look.countries("FFA", "")).isEmpty();
        assertThat(look.tasks(DIRECTORS, "")).isEqualTo(List.of(0, 0, 0));
    }

    /** Scenario 1, steps 1 to 3. */
    @Test
    void countsVietNamAndSamoa() {
        roads.nominated("VNM", "A3");
        roads.nominated("WSM", "A3");
        everywhere(Map.of("PROPOSED", 2), 0, "", "area=FFA-A3", "region=UNDP:RBAP", "region=ILO:ASIA_PACIFIC");
        assertThat(look.tasks(FOCAL_POINTS, "")).isEqualTo(List.of(2, 0, 0));

        for (String country : List.of("VNM", "WSM")) {
            roads.as("fp.ilo.a3.2").answer("selection", "FFA-" + country + "-A3", "agreeNomination", agree());
        }
        everywhere(Map.of("IN_VETTING", 2), 4, "", "framework=FFA", "region=UNDP:RBAP&region=ILO:ASIA_PACIFIC");
        assertThat(look.behind("/api/dashboard/list?figure=F6&role=" + DIRECTORS))
                .hasSize(4);
        everywhere(Map.of(), 0, "region=UNDP:RBA", "area=FFA-A2");

        for (String country : List.of("VNM", "WSM")) {
            roads.as("rd.undp.rbap").vet("FFA-" + country + "-A3", "APPROVE", "conditions", "");
        }
        everywhere(Map.of("IN_VETTING", 2), 2, "", "area=FFA-A3", "framework=FFA&area=A3");

        for (String country : List.of("VNM", "WSM")) {
            roads.as("rd.ilo.asia_pacific").vet("FFA-" + country + "-A3", "APPROVE", "conditions", "");
        }
        everywhere(Map.of("VETTED", 2), 0, "", "area=FFA-A3", "region=UNDP:RBAP&region=ILO:ASIA_PACIFIC");
        assertThat(look.at("").at("/F6/total/open/number").asInt()).isZero();
    }

    /** Scenario 2, step 2: six decisions by two people. */
    @Test
    void countsCentralAsia() {
        List<String> countries = List.of("KGZ", "TJK", "UZB");
        countries.forEach(country -> roads.as("fp.ilo.a2").nominate(country, "A2"));
        everywhere(Map.of("PROPOSED", 3), 0, "", "region=UNDP:RBEC");
        countries.forEach(country ->
                roads.as("fp.undp.a2").answer("selection", "FFA-" + country + "-A2", "agreeNomination", agree()));
        everywhere(Map.of("IN_VETTING", 3), 6, "", "region=UNDP:RBEC&region=ILO:EUROPE_CENTRAL_ASIA");
        countries.forEach(
                country -> roads.as("rd.undp.rbec").vet("FFA-" + country + "-A2", "APPROVE", "conditions", ""));
        everywhere(Map.of("IN_VETTING", 3), 3, "", "area=FFA-A2");
        countries.forEach(country ->
                roads.as("rd.ilo.europe_central_asia").vet("FFA-" + country + "-A2", "APPROVE", "conditions", ""));

        everywhere(Map.of("VETTED", 3), 0, "", "area=FFA-A2", "region=UNDP:RBEC&region=ILO:EUROPE_CENTRAL_ASIA");
    }

    /** Scenario 3, steps 1 and 3: the register counts for itself; Iraq comes back with a question. */
    @Test
    void countsJordanLebanonAndIraq() {
        ResponseEntity<JsonNode> assessments = roads.as("co.ilo.jor").get("/api/assessments");
        assertThat(assessments.getStatusCode()).isEqualTo(HttpStatus.OK);
        everywhere(Map.of(), 0, "");

        roads.inVetting("JOR", "A2");
        roads.inVetting("LBN", "A3");
        String iraq = roads.inVetting("IRQ", "A2");
        everywhere(Map.of("IN_VETTING", 3), 6, "", "region=UNDP:RBAS", "region=ILO:ARAB_STATES");
        everywhere(Map.of("IN_VETTING", 2), 4, "area=FFA-A2");
        roads.as("rd.ilo.arab_states").vet(iraq, "RETURN", "question", "Which governorates?");
        everywhere(Map.of("RETURNED", 1, "IN_VETTING", 2), 4, "", "region=UNDP:RBAS&region=ILO:ARAB_STATES");
        assertThat(look.tasks("country-office", "")).isEqualTo(List.of(1, 0, 0));
        assertThat(look.tasks(FOCAL_POINTS, "")).isEqualTo(List.of(1, 0, 0));
        assertThat(look.at("").at("/F6/total/open/number").asInt())
                .as("the question is one task, though two roles may answer it")
                .isEqualTo(5);

        roads.as("co.ilo.irq")
                .answer("vetting", iraq, "answerQuestion", Map.of("answer", "Basra", "amendment", "Basra"));
        everywhere(Map.of("IN_VETTING", 3), 6, "");
        for (String id : List.of(iraq, "FFA-JOR-A2", "FFA-LBN-A3")) {
            roads.approves(id, "UNDP");
            roads.approves(id, "ILO");
        }
        everywhere(Map.of("VETTED", 3), 0, "", "region=UNDP:RBAS", "region=UNDP:RBAS&region=ILO:ARAB_STATES");
    }

    /** Somalia is with the Arab States for UNDP and with Africa for ILO. */
    @Test
    void countsACountryWhoseRegionsDifferOnceInEveryView() {
        roads.nominated("SOM", "A3");
        roads.inVetting("SOM", "A7");
        roads.nominated("KEN", "A3");

        assertThat(look.countries("FFA", ""))
                .as("by its furthest case")
                .isEqualTo(Map.of("PROPOSED", 1, "IN_VETTING", 1));
        assertThat(look.countries("FFA", "region=UNDP:RBAS")).isEqualTo(Map.of("IN_VETTING", 1));
        assertThat(look.countries("FFA", "region=ILO:AFRICA")).isEqualTo(Map.of("PROPOSED", 1, "IN_VETTING", 1));
        assertThat(look.countries("FFA", "region=UNDP:RBAS&region=ILO:AFRICA")).isEqualTo(Map.of("IN_VETTING", 1));
        assertThat(look.countries("FFA", "region=UNDP:RBAS&region=ILO:ARAB_STATES"))
                .isEmpty();
        assertThat(look.countries("FFA", "area=FFA-A3")).as("cases").isEqualTo(Map.of("PROPOSED", 2));
        assertThat(look.countries("FFA", "flag=ldc&flag=crisis&region=UNDP:RBAS"))
                .isEqualTo(Map.of("IN_VETTING", 1));
        assertThat(look.behind("/api/dashboard/list?figure=F1&region=UNDP:RBAS"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("id").asText()).isEqualTo("FFA-SOM-A7");
                    assertThat(line.get("further").asInt()).isEqualTo(1);
                });
    }

    /** The coordinators are focal points of area 1 as well; what they hold makes nothing count twice. */
    @Test
    void countsATaskOnceForAPersonWithSeveralMandates() {
        roads.nominated("PHL", "A1");

        assertThat(Look.of(port, "coord.ilo").tasks(FOCAL_POINTS, "")).isEqualTo(List.of(1, 0, 0));
        assertThat(Look.of(port, "coord.ilo").tasks("coordinator", "")).isEqualTo(List.of(0, 0, 0));
        assertThat(look.behind("/api/dashboard/list?figure=waits&holder=focal-point:ILO:FFA-A1"))
                .hasSize(1);
    }

    @Test
    void countsAFrameworkOfThreePartiesByEachOfTheirRegions() {
        nominates("fp.aqua.s1", "SKY", "FIN", "S1");
        nominates("fp.aqua.m1", "MUD", "FIN", "M1");
        Look observer = Look.of(port, "observer");

        assertThat(observer.countries("SKY", "")).isEqualTo(Map.of("PROPOSED", 1));
        assertThat(observer.countries("MUD", ""))
                .as("the same country, in a framework of its own")
                .isEqualTo(Map.of("PROPOSED", 1));
        assertThat(observer.tasks(FOCAL_POINTS, "framework=SKY")).isEqualTo(List.of(2, 0, 0));
        roads.does("SKY-FIN-S1", "agreeNomination", "TERRA", agree());
        roads.does("SKY-FIN-S1", "agreeNomination", "AER", agree());
        String regions = "framework=SKY&region=AQUA:NORTH&region=TERRA:BALTIC&region=AER:WIND";
        assertThat(observer.countries("SKY", regions)).isEqualTo(Map.of("IN_VETTING", 1));
        assertThat(observer.tasks(DIRECTORS, regions)).isEqualTo(List.of(3, 0, 0));
        assertThat(observer.countries("SKY", "region=AQUA:SOUTH&region=TERRA:BALTIC"))
                .isEmpty();
        assertThat(observer.at("").get("frameworks"))
                .extracting(code -> code.asText())
                .contains("FFA", "JAP", "MUD", "SKY");
    }

    private void nominates(String person, String framework, String country, String area) {
        assertThat(roads.as(person)
                        .post("/api/selection/nominations", Caller.nomination(framework, country, area))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    /** The same in each of these views. */
    private void everywhere(Map<String, Integer> countries, int openOfDirectors, String... views) {
        for (String view : views) {
            JsonNode figures = look.at(view);
            assertThat(Look.countriesIn(figures, "FFA")).as("F1 " + view).isEqualTo(countries);
            assertThat(Look.tasksIn(figures, DIRECTORS)).as("F6 " + view).isEqualTo(List.of(openOfDirectors, 0, 0));
        }
    }

    private static Map<String, String> agree() {
        return Map.of("decision", "AGREE");
    }
}
