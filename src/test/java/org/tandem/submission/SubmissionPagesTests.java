package org.tandem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.proposal.FreezeProposal;

/** What does a submission show, to whom, and what goes out? */
@TestPropertySource(properties = "tandem.test.database=submissions")
@ProcessTest
class SubmissionPagesTests {

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Submitting submitting;

    @BeforeEach
    void begin() {
        submitting = new Submitting(roads, clock);
    }

    @Test
    void theFundGetsOnePackageWithTheFiguresThatWereCleared() throws IOException {
        String id = submitting.submitted();
        byte[] first = Visitor.of(port, "observer").download("/submission/" + id + "/package");
        roads.as("fp.undp.a3").addLetter(id);

        assertThat(Visitor.of(port, Submitting.CLERK).download("/api/submission/" + id + "/package"))
                .isEqualTo(first);
        Map<String, byte[]> files = unzipped(first);
        assertThat(files.keySet())
                .contains("budget.xlsx", "document.docx", "manifest.txt")
                .anyMatch(name -> name.startsWith("letters/"));
        String manifest = new String(files.remove("manifest.txt"), StandardCharsets.UTF_8);
        assertThat(manifest)
                .contains("Requested USD 1070.00", "UNDP USD 1070.00", roads.fingerprint(Submitting.programme(id)));
        files.forEach(
                (name, content) -> assertThat(manifest).contains(FreezeProposal.fingerprint(content) + "  " + name));
    }

    private static Map<String, byte[]> unzipped(byte[] content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void theFundSeesWhatItReceivedAndNothingElse() {
        String id = submitting.endorsed(submitting.call());
        Caller clerk = roads.as(Submitting.CLERK);
        assertThat(clerk.get("/api/cases/" + id).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        roads.does(
                id,
                "handInProposal",
                null,
                Map.of("decision", "HAND_IN", "effort", List.of(Map.of("agency", "UNDP", "days", 4.5))));
        assertThat(roads.details(id).at("/sections/submission/one/effort")).isNotEmpty();
        assertThat(clerk.get("/api/cases/" + id).getBody().at("/sections/submission/one/effort"))
                .isEmpty();
        assertThat(clerk.get("/api/cases/" + id).getBody().at("/history")).isEmpty();
        assertThat(clerk.get("/api/cases/" + id).getBody().at("/letters")).isEmpty();
        submitting.fundSays(Submitting.CLERK, id, "DEFERRED", Map.of());
        assertThat(clerk.get("/api/cases/" + id).getBody().at("/history")).isNotEmpty();
        assertThat(clerk.get("/api/cases/" + id).getBody().at("/letters")).hasSize(1);

        assertThat(clerk.get("/api/cases/" + id).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(clerk.get("/api/cases/" + Submitting.programme(id)).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(roads.as("fund.cov00").get("/api/cases/" + id).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(Visitor.of(port, Submitting.CLERK).get("/submissions").body())
                .contains("/cases/" + id);
    }

    @Test
    void whoeverIsOfferedATaskOpensItAndTheSubmission() {
        List<String> everywhere = List.of(
                submitting.opened(submitting.ready(), submitting.call()),
                submitting.consulting(),
                submitting.endorsed(submitting.call()),
                submitting.submitted());
        for (String id : everywhere) {
            for (Roads.Open task : roads.open(id)) {
                for (String group : task.offers()) {
                    roads.holderIfAny(group).ifPresent(holder -> {
                        assertThat(holder.get(Roads.address(id, task.key()) + "?task=" + task.id())
                                        .getStatusCode())
                                .as(task.key() + " for " + group)
                                .isEqualTo(HttpStatus.OK);
                        assertThat(holder.get("/api/cases/" + id).getStatusCode())
                                .as(id + " for " + group)
                                .isEqualTo(HttpStatus.OK);
                    });
                }
            }
        }
    }

    @Test
    void aCountryOfficeAnswersForTheResidentCoordinatorOnlyWithALetter() {
        String id = submitting.consulting();
        Caller office = roads.open(id, "answerConsultation", null).offers().stream()
                .filter(group -> group.startsWith("country-office"))
                .flatMap(group -> roads.holderIfAny(group).stream())
                .findFirst()
                .orElseThrow();
        Map<String, String> answer =
                Map.of("decision", "ENDORSED", "on", submitting.today().toString());
        ResponseEntity<JsonNode> refused = office.post(Roads.address(id, "answerConsultation"), answer);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("letter");
    }

    @Test
    void nobodyOnTheCommitteeOfTheFundRecordsItsAnswer() {
        String id = submitting.submitted();
        MandatePattern committee = MandatePattern.parse("committee-member:UN:" + Submitting.FUND);
        UUID person = roster.holders(MandatePattern.parse("coordinator:ILO:FFA"))
                .get(0)
                .id();
        roads.grant(person, committee);
        try {
            assertThat(submitting.says("coord.ilo", id, "RECEIVED", Map.of()).getStatusCode())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        } finally {
            roads.endMandateOf(person, committee.group());
        }
        submitting.fundSays("coord.ilo", id, "RECEIVED", Map.of());
    }

    @Test
    void theCallCountsWhatWasHandedInToItAndWhatItWon() {
        String call = submitting.call();
        String id = submitting.submitted(call);
        JsonNode applying = roads.as("coord.ilo").get("/api/calls/" + call).getBody();
        assertThat(applying.at("/applicants")).hasSize(1);
        assertThat(applying.at("/applicants/0/caseId").asText()).isEqualTo(id);
        assertThat(applying.at("/applicants/0/state").asText()).isEqualTo("SUBMITTED");
        assertThat(applying.at("/applicants/0/twice").asBoolean()).isFalse();
        assertThat(applying.at("/approved").isNull()).isTrue();

        submitting.fundSays("coord.ilo", id, "APPROVED", Map.of());
        JsonNode won = roads.as("coord.ilo").get("/api/calls/" + call).getBody();
        assertThat(won.at("/requested").decimalValue()).isPositive();
        assertThat(won.at("/approved").decimalValue())
                .isEqualByComparingTo(won.at("/requested").decimalValue());
        assertThat(roads.as("coord.ilo")
                        .get("/api/submissions?call=" + call + "&state=APPROVED")
                        .getBody()
                        .findValuesAsText("id"))
                .containsExactly(id);
    }

    @Test
    void nobodyOnTheCommitteeOfTheFundHasClearedWhatGoesThere() {
        String programme = submitting.ready();
        MandatePattern committee = MandatePattern.parse("committee-member:UN:" + Submitting.FUND);
        UUID person = roster.holders(MandatePattern.parse("coordinator:ILO:FFA"))
                .get(0)
                .id();
        roads.grant(person, committee);
        try {
            assertThat(refusal(programme, submitting.call())).contains("cleared this version sits on the committee");
        } finally {
            roads.endMandateOf(person, committee.group());
        }
    }

    @Test
    void saysOfEachCallWhatFitsAndRefusesWhatDoesNot() {
        String programme = submitting.ready();
        String elsewhere = submitting.call(Map.of("countries", "FIN"));
        String small = submitting.call(Map.of("ceiling", 1000, "name", "Small grants"));
        String unknown = submitting.call(Map.of());
        String other = submitting.call(Map.of("fund", "PB000"));

        assertThat(refusal(programme, elsewhere)).contains("none of those the call names");
        assertThat(refusal(programme, small)).contains("More is asked than the ceiling");
        assertThat(refusal(programme, other)).contains("another form");
        String page = Visitor.of(port, "observer")
                .get("/submission/" + programme + "/fits")
                .body();
        assertThat(page).contains("Small grants", "Does not fit.", "Differs.", "When the call closes is not known.");
        JsonNode fits = roads.as("observer")
                .get("/api/submission/" + programme + "/fits")
                .getBody();
        assertThat(fits.findValuesAsText("call")).contains(elsewhere, small, unknown, other);
        assertThat(submitting.chooses(programme, unknown).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void takesAProposalToAnotherFormAndAsksOnlyWhatDiffers() {
        String programme = submitting.ready();
        String call = submitting.call(Map.of("fund", "IPS00", "template", "IPS-JP-2019"));
        roads.does(programme, "chooseCall", null, Map.of("decision", "REWRITE", "call", call));
        Map<String, String> progress = new TreeMap<>();
        roads.as("observer")
                .get("/api/proposal/" + programme + "/sections")
                .getBody()
                .findParents("progress")
                .forEach(section -> progress.put(
                        section.at("/section").asText(), section.at("/progress").asText()));

        assertThat(progress).containsEntry("baseline", "EMPTY").containsEntry("strategy", "FULL");
        assertThat(List.of("results", "stakeholders", "gender_matrix", "sdg"))
                .allSatisfy(
                        section -> assertThat(progress.get(section)).as(section).isNotEqualTo("EMPTY"));
        assertThat(roads.file(programme).at("/fund").asText()).isEqualTo("IPS00");
    }

    @Test
    void isPreparedForACallThatOpensLaterAndWaitsForIt() {
        String call = submitting.call(Map.of(
                "opens", submitting.today().plusDays(3).toString(),
                "closes", submitting.today().plusDays(30).toString(),
                "zone", "UTC"));
        String id = submitting.endorsed(call);

        assertThat(roads.tries(id, "handInProposal", null, Map.of("decision", "HAND_IN"))
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("submission.refused.callNotOpen");
    }

    private String refusal(String programme, String call) {
        ResponseEntity<JsonNode> refused = roads.as("coord.undp")
                .post(Roads.address(programme, "chooseCall"), Map.of("decision", "SUBMIT", "call", call));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        return String.valueOf(refused.getBody());
    }

    @Test
    void showsWhatTheFundGrantsAndOnWhichConditions() {
        String id = submitting.submitted();
        submitting.fundSays(
                "coord.undp",
                id,
                "APPROVED_IN_PART",
                Map.of(
                        "amounts", List.of(Map.of("organisation", "UNDP", "amount", 700)),
                        "conditions", List.of(Map.of("condition", "A letter of the ministry"))));

        assertThat(Visitor.of(port, "observer").get("/cases/" + id).body())
                .contains("Approved in part", "USD 700", "A letter of the ministry", "4.5 days")
                .doesNotContain("/condition\"");
        Visitor writer = Visitor.of(port, "fp.ilo.a3");
        assertThat(writer.get("/cases/" + id).body()).contains("/submission/" + id + "/condition");
        assertThat(writer.get("/submission/" + id + "/condition").body()).contains("A letter of the ministry");
        assertThat(Visitor.of(port, "observer")
                        .get("/submissions?state=APPROVED_IN_PART")
                        .body())
                .contains("USD 700");
    }

    @Test
    void isListedFoundAndShownInBothLanguages() {
        String id = submitting.submitted();
        String country = id.split("-")[1];
        Visitor reader = Visitor.of(port, "observer");
        assertThat(reader.get("/submissions?state=SUBMITTED&country=" + country).body())
                .contains(id, "1,070", "1 submission");
        JsonNode listed = roads.as("observer")
                .get("/api/submissions?country=" + country)
                .getBody()
                .at("/submissions/0");
        assertThat(listed.at("/requested").decimalValue()).isEqualByComparingTo("1070.00");
        assertThat(reader.get("/cases/" + id).body())
                .contains("Endorsed", "HS-1", "Download the package", "Decision of the fund")
                .doesNotContain("??");
        assertThat(reader.get("/cases/" + Submitting.programme(id)).body()).contains(id);
        assertThat(Visitor.of(port, "coord.ilo")
                        .get("/submission/" + id + "/recordFundAnswer")
                        .body())
                .contains("What does the fund say?");
        reader.post("/language", "language", "fr", "back", "/cases/" + id);
        try {
            assertThat(reader.get("/cases/" + id).body())
                    .contains("Décision du fonds", "Télécharger le dossier")
                    .doesNotContain("??");
        } finally {
            reader.post("/language", "language", "en", "back", "/");
        }
    }
}
