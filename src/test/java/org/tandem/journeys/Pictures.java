package org.tandem.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.TandemTest;

/** Takes the pictures of the README. Not among the tests by its name; run it alone: {@code mvn test -Dtest=Pictures}. */
@TandemTest("tandem.demo=true")
class Pictures extends Journey {

    private static final Path PLACE = Path.of("docs", "pictures");
    private static final int HIGH = 800;
    private static final int LARGEST = 120 * 1024;

    private static final String SOCIAL = "A3";
    private static final String YOUTH = "A6";

    @Autowired
    MovableClock clock;

    /** A country somebody names, in their own words. */
    private record Idea(
            String area, String country, String gain, String entryPoint, String reasons, List<String> building) {}

    private static final List<Idea> IDEAS = List.of(
            new Idea(
                    SOCIAL,
                    "BGD",
                    "COHERENCE",
                    "The urban social registry that starts in Dhaka next year",
                    "Garment workers fell through every net in the last crisis. The ministry wants one scheme, not two pilots.",
                    List.of()),
            new Idea(
                    SOCIAL,
                    "KHM",
                    "COHERENCE",
                    "The family package of the national council",
                    "The law is passed, the money is voted, and the districts ask for people who know how to pay it out.",
                    List.of()),
            new Idea(
                    SOCIAL,
                    "VNM",
                    "COHERENCE",
                    "The running Joint SDG Fund project with the Ministry of Labour",
                    "Two years of joint work are there to build on; informal workers come next in the national plan.",
                    List.of("COL-1")),
            new Idea(
                    SOCIAL,
                    "WSM",
                    "COHERENCE",
                    "The disability benefit that the Pacific project prepared",
                    "A small country where both of us together reach every village, and others in the Pacific watch.",
                    List.of("COL-1")),
            new Idea(
                    YOUTH,
                    "NPL",
                    "COHERENCE",
                    "The returnee desks in three provinces",
                    "Half a million young people came home from abroad and look for work.",
                    List.of()),
            new Idea(
                    YOUTH,
                    "TLS",
                    "COHERENCE",
                    "The vocational schools that employers and unions asked for",
                    "Young people move to the capital; skills, care work and safety belong together here.",
                    List.of()),
            new Idea(
                    YOUTH,
                    "PHL",
                    "COHERENCE",
                    "The first-jobs law of the Congress",
                    "The law gives the mandate; the regions lack the means.",
                    List.of()));

    @Test
    void areTaken() throws IOException {
        clock.advance(Duration.ofDays(-6));
        for (Idea idea : IDEAS) {
            clock.advance(Duration.ofHours(9));
            nominate(idea);
            clock.advance(Duration.ofHours(6));
            agree(idea);
        }
        for (Idea idea : List.of(
                new Idea(
                        SOCIAL, "LKA", "COHERENCE", "The cash transfer review", "The review ends in March.", List.of()),
                new Idea(SOCIAL, "PAK", "COHERENCE", "The provincial floors", "Sindh has asked twice.", List.of()),
                new Idea(SOCIAL, "IDN", "COHERENCE", "The unemployment scheme", "It covers one in ten.", List.of()),
                new Idea(SOCIAL, "FJI", "COHERENCE", "The informal savings fund", "Fishers join already.", List.of()),
                new Idea(SOCIAL, "MDV", "COHERENCE", "The national pension", "A first law is drafted.", List.of()))) {
            nominate(idea);
            clock.advance(Duration.ofHours(2));
        }
        vet("rd.undp.rbap", "FFA-VNM-A3", "APPROVE", "conditions", "With the ministry’s own staff");
        vet("rd.ilo.asia_pacific", "FFA-VNM-A3", "APPROVE", "conditions", "Report on informal workers");
        clock.advance(Duration.ofHours(3));
        vet("rd.undp.rbap", "FFA-WSM-A3", "RETURN", "question", "Who pays after the first year?");
        clock.advance(Duration.ofHours(5));
        Caller.of(http, "co.ilo.wsm")
                .answer(
                        "vetting",
                        "FFA-WSM-A3",
                        "answerQuestion",
                        Map.of("answer", "The ministry does, from its own budget", "amendment", "Budget line named"));
        diverge("FFA-PHL-A6");
        clock.reset();
        Files.createDirectories(PLACE);
        List<Path> written = new ArrayList<>();

        Desk director = desk("rd.ilo.asia_pacific");
        director.open("/inbox");
        take(director, "inbox", written);
        director.open("/vetting/FFA-BGD-A3/vetCountry");
        director.choose("Approve");
        director.field(Desk.CONDITION).fill("Only with the employers’ federation at the table from the first day");
        take(director, "task", written);
        director.open("/cases/FFA-WSM-A3");
        take(director, "case", written);
        director.open("/vetting/compare");
        take(director, "compare", written);
        Desk focalPoint = desk("fp.ilo.a3");
        focalPoint.open("/inbox");
        focalPoint.press("Answer all 5");
        focalPoint.choose("Agree");
        take(focalPoint, "several", written);
        String proposal = propose();
        focalPoint.open("/proposal/" + proposal + "/sections/summary");
        take(focalPoint, "section", written);
        focalPoint.open("/proposal/" + proposal + "/budget");
        take(focalPoint, "budget", written);
        Desk coordinator = desk("coord.undp");
        coordinator.open("/divergence/FFA-PHL-A6-D1");
        take(coordinator, "divergence", written);
        coordinator.open("/dashboard");
        take(coordinator, "dashboard", written);

        for (Path picture : written) {
            assertThat(picture).satisfies(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
        }
    }

    /** Two years of work on floors, half written. */
    private String propose() {
        Caller undp = Caller.of(http, "fp.undp.a3");
        ResponseEntity<JsonNode> started = undp.post(
                "/api/programmes",
                Map.of("title", "Floors for informal workers in five provinces", "area", "FFA-A3", "country", "VNM"));
        require(started);
        String id = started.getBody().at("/id").asText();
        require(undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")));
        require(undp.as("fp.ilo.a3")
                .put(
                        "/api/proposal/" + id + "/sections/summary",
                        Map.of("revision", 0, "content", Map.of("text", """
                                        Four in five workers of the five provinces have no contract and no insurance. The law of 2024 opens \
                                        social insurance to them; what is missing is a way to register that fits a market stall.

                                        The programme brings registration to where people work, lets them pay in small sums by telephone, \
                                        and sits employers, unions and cooperatives at one table in each province. UNDP builds the registry \
                                        with the ministry; the ILO designs the contributions and trains the inspectors.

                                        After two years 120,000 workers are insured, half of them women."""))));
        Map.of(
                        "UNDP", List.of("118000", "42500", "260000", "310000", "36400", "150000", "24000"),
                        "ILO", List.of("164000", "12000", "8500", "198000", "41200", "90000", "18500"))
                .forEach((organisation, amounts) -> {
                    for (int category = 1; category <= amounts.size(); category++) {
                        for (int year = 1; year <= 2; year++) {
                            require(undp.patch(
                                    "/api/proposal/" + id + "/budget",
                                    Map.of(
                                            "revision",
                                            undp.get("/api/proposal/" + id + "/budget")
                                                    .getBody()
                                                    .at("/revision")
                                                    .asLong(),
                                            "organisation",
                                            organisation,
                                            "category",
                                            category,
                                            "year",
                                            year,
                                            "requested",
                                            amounts.get(category - 1))));
                        }
                    }
                });
        return id;
    }

    private void diverge(String matter) {
        vet("rd.undp.rbap", matter, "APPROVE", "conditions", "With both ministries");
        vet("rd.ilo.asia_pacific", matter, "DECLINE", "reason", "The regions have no staff for it yet");
        clock.advance(Duration.ofHours(2));
        String id = matter + "-D1";
        ladder(
                "rd.undp.rbap",
                id,
                "statePosition",
                Map.of("position", "The law gives the mandate now. If we wait for the regions, the window closes."));
        ladder(
                "rd.ilo.asia_pacific",
                id,
                "statePosition",
                Map.of("position", "A first job needs an inspector who visits it. Two of the regions have none."));
        ladder(
                "rd.undp.rbap",
                id,
                "attemptSettlement",
                Map.of(
                        "move", "PROPOSE",
                        "text", "Begin in the three regions that have inspectors; the others follow when they do.",
                        "resolution", "VETTED",
                        "followUp", "ILO names the three regions by the end of the month"));
    }

    private void ladder(String who, String id, String task, Map<String, String> answer) {
        assertThat(Caller.of(http, who)
                        .answer("divergence", id, task, answer)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
    }

    private static void take(Desk desk, String name, List<Path> written) throws IOException {
        Path wide = PLACE.resolve(name + ".png");
        desk.page().setViewportSize(WIDE, HIGH);
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(wide));
        FewColours.keep(wide);
        Path narrow = PLACE.resolve(name + "-360.png");
        desk.page().setViewportSize(360, HIGH);
        desk.page().screenshot(new Page.ScreenshotOptions().setPath(narrow));
        FewColours.keep(narrow);
        desk.page().setViewportSize(WIDE, HIGH);
        written.add(wide);
        written.add(narrow);
    }

    private void nominate(Idea idea) {
        String area = idea.area();
        require(Caller.of(http, "fp.undp." + area.toLowerCase(java.util.Locale.ROOT))
                .post(
                        "/api/selection/nominations",
                        Map.of(
                                "framework",
                                "FFA",
                                "country",
                                idea.country(),
                                "areas",
                                List.of(area),
                                "entryPoint",
                                idea.entryPoint(),
                                "reasons",
                                idea.reasons(),
                                "gains",
                                Map.of(area, idea.gain()),
                                "collaborations",
                                idea.building(),
                                "noCollaboration",
                                idea.building().isEmpty() ? "Nothing joint runs there yet" : "")));
    }

    private void agree(Idea idea) {
        require(Caller.of(http, "fp.ilo." + idea.area().toLowerCase(java.util.Locale.ROOT))
                .answer(
                        "selection",
                        "FFA-" + idea.country() + "-" + idea.area(),
                        "agreeNomination",
                        Map.of("decision", "AGREE")));
    }

    private void vet(String director, String caseId, String decision, String field, String text) {
        require(Caller.of(http, director).vet(caseId, decision, field, text));
    }

    private static void require(ResponseEntity<?> answer) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError(answer.toString());
        }
    }
}
