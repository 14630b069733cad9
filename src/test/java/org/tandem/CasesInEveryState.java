package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/**
 * One case of area 3 for each state of a kind, driven there through the API, begun by UNDP. Always in the same countries: once
 * for a database.
 */
class CasesInEveryState {

    /** Selected for area 3; all submissions are of this country. */
    private static final String SELECTED = "LAO";

    private static final String WITHDRAWN = "FJI";

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private final Caller undp;

    private final Runnable closings;

    /** @param closings tells submissions that their call has closed */
    CasesInEveryState(TestRestTemplate http, Runnable closings) {
        undp = Caller.of(http, "fp.undp.a3");
        this.closings = closings;
    }

    Map<String, String> open(String kind, List<String> states) {
        Map<String, String> cases = new LinkedHashMap<>();
        states.forEach(state -> cases.put(state, open(kind, state)));
        return cases;
    }

    private String open(String kind, String state) {
        return switch (kind) {
            case "selection" -> selection(state);
            case "support" -> support(state);
            case "divergence" -> divergence(state);
            case "programme" -> programme(state);
            case "submission" -> submission(state);
            default -> throw new IllegalArgumentException("no way known to a case of the kind " + kind);
        };
    }

    private String support(String state) {
        return switch (state) {
            case "OPEN" -> asked("KHM");
            case "ASSIGNED" -> assigned("MMR");
            case "DONE" -> {
                String id = assigned("PHL");
                Map<String, String> answer = Map.of("decision", "ANSWER", "answer", "Begin with the tax office");
                ok(undp.as("fp.ilo.a3").answer("support", id, "answerRequest", answer));
                yield id;
            }
            case "DECLINED" -> {
                String id = asked("IDN");
                Map<String, String> decline = Map.of("decision", "DECLINE", "reason", "Not for us");
                ok(undp.as("team.undp").answer("support", id, "routeRequest", decline));
                yield id;
            }
            default -> throw new IllegalArgumentException("no way known into the state " + state);
        };
    }

    private String divergence(String state) {
        return switch (state) {
            case "COUNTRY_LEVEL" -> diverging("BGD");
            case "TEXT_ON_THE_TABLE" -> textOnTheTable("IND");
            case "REGIONAL_LEVEL" -> atRegion("LKA");
            case "JOINT_MECHANISM" -> atMechanism("AFG");
            case "ADVICE_ASKED" -> briefed("THA", "WANTED");
            case "OUTCOME_DUE" -> briefed("PNG", "NOT_WANTED");
            case "OUTCOME_ON_THE_TABLE" -> outcomePut("MDV", "AGREEMENT");
            case "RESOLVED" -> {
                String id = textOnTheTable("IRN");
                ladder("fp.ilo.a3", id, "answerText", Map.of("answer", "ACCEPT"));
                yield id;
            }
            case "AGREED_TO_DIFFER" -> agreed("PAK", state);
            case "CLOSED_NO_AGREEMENT" -> agreed("CHN", "NO_AGREEMENT");
            default -> throw new IllegalArgumentException("no way known into the state " + state);
        };
    }

    private String diverging(String country) {
        ResponseEntity<JsonNode> raised = undp.as("fp.ilo.a3")
                .post(
                        "/api/divergence",
                        Map.of(
                                "matter", inVetting(country),
                                "subject", "ENTRY_POINT",
                                "summary", "Two ministries ask for it"));
        ok(raised);
        return raised.getBody().at("/id").asText();
    }

    private String textOnTheTable(String country) {
        String id = diverging(country);
        positions(id, "fp.undp.a3", "fp.ilo.a3");
        ladder("fp.undp.a3", id, "attemptSettlement", Map.of("move", "PROPOSE", "text", "One after the other"));
        return id;
    }

    private String atRegion(String country) {
        String id = diverging(country);
        positions(id, "fp.undp.a3", "fp.ilo.a3");
        up(id, "fp.undp.a3");
        positions(id, "rd.undp.rbap", "rd.ilo.asia_pacific");
        return id;
    }

    private String atMechanism(String country) {
        String id = atRegion(country);
        up(id, "rd.undp.rbap");
        return id;
    }

    private String briefed(String country, String advice) {
        String id = atMechanism(country);
        ladder("coord.undp", id, "briefMechanism", Map.of("brief", "What happened", "advice", advice));
        return id;
    }

    private String outcomePut(String country, String outcome) {
        String id = briefed(country, "NOT_WANTED");
        ladder("coord.undp", id, "proposeOutcome", Map.of("outcome", outcome, "text", "On the record"));
        return id;
    }

    private String agreed(String country, String outcome) {
        String id = outcomePut(country, outcome);
        ladder("coord.ilo", id, "agreeOutcome", Map.of("answer", "ACCEPT"));
        return id;
    }

    private void positions(String id, String... people) {
        for (String person : people) {
            ladder(person, id, "statePosition", Map.of("position", "As we see it"));
        }
    }

    private void up(String id, String person) {
        ladder(person, id, "attemptSettlement", Map.of("move", "RECORD", "attempt", "A call that led nowhere"));
        ladder(person, id, "attemptSettlement", Map.of("move", "RISE", "reason", "Neither side can move"));
    }

    private void ladder(String person, String id, String task, Map<String, String> answer) {
        ok(undp.as(person).answer("divergence", id, task, answer));
    }

    private String programme(String state) {
        return switch (state) {
            case "IDEA" -> idea("KHM");
            case "DRAFTING" -> drafting("MMR");
            case "AGENCY_REVIEW" -> inReview("PHL");
            case "CLEARANCE" -> inClearance("IDN");
            case "REVISION" -> {
                String id = inReview("MYS");
                reviewed("fp.undp.a3", id);
                written(
                        "fp.ilo.a3",
                        id,
                        "reviewProposal",
                        Map.of("decision", "CHANGE", "place", "WHOLE", "reason", "The numbers do not add up"));
                yield id;
            }
            case "READY" -> cleared("TLS");
            case "SUBMITTED" -> handedIn().replaceAll("-F1$", "");
            case "APPROVED" -> fund("APPROVED", Map.of()).replaceAll("-F1$", "");
            case "WITHDRAWN" -> {
                String id = idea("MNG");
                Map<String, String> decline = Map.of("decision", "DECLINE", "reason", "Not this year");
                ok(undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", decline));
                yield id;
            }
            default -> throw new IllegalArgumentException("no way known into the state " + state);
        };
    }

    private String cleared(String country) {
        String id = inClearance(country);
        for (String coordinator : List.of("coord.undp", "coord.ilo")) {
            written(coordinator, id, "clearProposal", Map.of("decision", "CLEAR", "version", version(id)));
        }
        return id;
    }

    /** One country for all submissions: it is selected once, and has a programme for each. */
    private String submission(String state) {
        return switch (state) {
            case "PREPARING" -> preparing();
            case "RC_CONSULTATION" -> consulting();
            case "COMMENTED", "OBJECTED" -> consulted(state);
            case "READY" -> consulted("ENDORSED");
            case "CALL_CLOSED" -> callClosed();
            case "RECEIPT_SHOWN" -> {
                String id = callClosed();
                Caller coordinator = undp.as("coord.undp");
                Map<String, String> receipt =
                        Map.of("decision", "RECEIPT", "on", TODAY, "receipt", letter(coordinator));
                ok(coordinator.answer("submission", id, "meetClosing", receipt));
                yield id;
            }
            case "SUBMITTED" -> handedIn();
            case "CLARIFICATION" -> fund(state, Map.of("question", "Which ministry?", "due", TODAY));
            case "COUNTRY_WITHDRAWN" -> countryWithdrawn();
            case "DEFERRED", "APPROVED" -> fund(state, Map.of());
            case "APPROVED_IN_PART" ->
                fund(state, Map.of("amounts", List.of(Map.of("organisation", "UNDP", "amount", 500))));
            case "REJECTED" -> fund(state, Map.of("reasons", "Too many like it"));
            case "WITHDRAWN" -> {
                String id = preparing();
                ok(undp.answer(
                        "submission", id, "preparePackage", Map.of("decision", "GIVE_UP", "reason", "Too early")));
                yield id;
            }
            default -> throw new IllegalArgumentException("no way known into the state " + state);
        };
    }

    private String preparing() {
        return preparing(SELECTED);
    }

    private String preparing(String country) {
        if (undp.get("/api/cases/FFA-" + country + "-A3").getStatusCode().isError()) {
            vetted(country, "APPROVE", "conditions", "APPROVE");
        }
        String id = cleared(country);
        String call = call(id);
        ok(undp.as("coord.undp").post("/api/calls", Map.of("code", call, "fund", "UNTFHS")));
        ok(undp.answer("programme", id, "chooseCall", Map.of("decision", "SUBMIT", "call", call)));
        return id + "-F1";
    }

    private String consulting() {
        return consulting(SELECTED);
    }

    private String consulting(String country) {
        String id = preparing(country);
        ok(undp.answer("submission", id, "preparePackage", Map.of("decision", "ASK")));
        return id;
    }

    private String consulted(String answer) {
        return consulted(answer, SELECTED);
    }

    private String consulted(String answer, String country) {
        String id = consulting(country);
        Map<String, String> said = new LinkedHashMap<>(Map.of("decision", answer, "on", TODAY));
        if (!answer.equals("ENDORSED")) {
            said.put("said", "Add the ministry");
        }
        ok(undp.as("rc." + country.toLowerCase(Locale.ROOT)).answer("submission", id, "answerConsultation", said));
        return id;
    }

    private String callClosed() {
        String id = consulted("ENDORSED");
        Map<String, String> closed =
                Map.of("call", call(id), "version", "1", "decision", "CLOSED", "reason", "The fund says so");
        ok(undp.as("coord.undp").post("/api/calls/decisions", closed));
        closings.run();
        return id;
    }

    private static String letter(Caller by) {
        return by.upload("/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.4\n%%EOF\n")
                .getBody()
                .at("/id")
                .asText();
    }

    private static String call(String id) {
        return "STATES-" + id.replaceAll("\\w+-(\\w+)-.*-P(\\d+).*", "$1-$2");
    }

    private String handedIn() {
        return handedIn(SELECTED);
    }

    private String handedIn(String country) {
        String id = consulted("ENDORSED", country);
        ok(undp.as("coord.undp").answer("submission", id, "handInProposal", Map.of("decision", "HAND_IN")));
        return id;
    }

    /** A country of its own: everything of it ends. */
    private String countryWithdrawn() {
        String id = handedIn(WITHDRAWN);
        withdrawn("FFA-" + WITHDRAWN + "-A3");
        return id;
    }

    private void withdrawn(String selection) {
        ok(undp.as("coord.undp")
                .post("/api/selection/" + selection + "/withdrawal", Map.of("reason", "The government asked for it")));
        ok(undp.as("coord.ilo").answer("selection", selection, "agreeWithdrawal", Map.of("decision", "AGREE")));
    }

    private String fund(String answer, Map<String, ?> more) {
        String id = handedIn();
        Caller coordinator = undp.as("coord.undp");
        Map<String, Object> said = new LinkedHashMap<>(more);
        said.put("decision", answer);
        said.put("on", TODAY);
        said.put("letter", letter(coordinator));
        ok(coordinator.answer("submission", id, "recordFundAnswer", said));
        return id;
    }

    private String idea(String country) {
        ResponseEntity<JsonNode> started = undp.post(
                "/api/programmes", Map.of("title", "Together in " + country, "area", "FFA-A3", "country", country));
        ok(started);
        return started.getBody().at("/id").asText();
    }

    private String drafting(String country) {
        String id = idea(country);
        ok(undp.as("fp.ilo.a3").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")));
        return id;
    }

    private String inReview(String country) {
        String id = drafting(country);
        ok(undp.writeBudget(id, "UNDP"));
        written("fp.undp.a3", id, "draftProposal", Map.of());
        return id;
    }

    private String inClearance(String country) {
        String id = drafting(country);
        WrittenSections.write(undp, id);
        ok(undp.writeBudget(id, "UNDP"));
        written("fp.undp.a3", id, "draftProposal", Map.of());
        reviewed("fp.undp.a3", id);
        reviewed("fp.ilo.a3", id);
        return id;
    }

    private void reviewed(String person, String id) {
        written(person, id, "reviewProposal", Map.of("decision", "AGREE", "version", version(id)));
    }

    private String version(String id) {
        return undp.get("/api/cases/" + id)
                .getBody()
                .at("/sections/proposal/latest/fingerprint")
                .asText();
    }

    private void written(String person, String id, String task, Map<String, String> answer) {
        ok(undp.as(person).answer("proposal", id, task, answer));
    }

    private String asked(String country) {
        ResponseEntity<JsonNode> opened = undp.post(
                "/api/support",
                Map.of(
                        "framework", "FFA",
                        "country", country,
                        "area", "A3",
                        "topic", "FINANCING",
                        "question", "How did others begin?"));
        ok(opened);
        return opened.getBody().at("/id").asText();
    }

    private String assigned(String country) {
        String id = asked(country);
        Map<String, String> assign = Map.of("decision", "ASSIGN", "agency", "ILO");
        ok(undp.as("team.undp").answer("support", id, "routeRequest", assign));
        return id;
    }

    private String selection(String state) {
        return switch (state) {
            case "PROPOSED" -> proposed("KHM");
            case "IN_VETTING" -> inVetting("MMR");
            case "RETURNED" -> vetted("PHL", "RETURN", "question", null);
            case "IN_DIVERGENCE" -> vetted("IDN", "APPROVE", "conditions", "DECLINE");
            case "VETTED" -> vetted("MYS", "APPROVE", "conditions", "APPROVE");
            case "NOT_SELECTED" -> vetted("TLS", "DECLINE", "reason", "DECLINE");
            case "NOT_AGREED" -> {
                String id = proposed("MNG");
                ok(undp.as("fp.ilo.a3")
                        .answer(
                                "selection",
                                id,
                                "agreeNomination",
                                Map.of("decision", "REFUSE", "reason", "Not this year")));
                yield id;
            }
            case "WITHDRAWN" -> {
                String id = proposed("NPL");
                withdrawn(id);
                yield id;
            }
            case "SUSPENDED" -> {
                String id = proposed("BTN");
                ok(undp.as("coord.undp")
                        .post("/api/selection/" + id + "/suspension", Map.of("reason", "Elections until May")));
                yield id;
            }
            case "NO_DIRECTOR" -> inVetting("OMN");
            case "WAITING" -> {
                String id = inVetting("VUT");
                ok(undp.as("fp.ilo.a3")
                        .post(
                                "/api/divergence",
                                Map.of(
                                        "matter",
                                        id,
                                        "subject",
                                        "ENTRY_POINT",
                                        "summary",
                                        "Two ministries ask for it",
                                        "blocking",
                                        true)));
                yield id;
            }
            default -> throw new IllegalArgumentException("no way known into the state " + state);
        };
    }

    private String proposed(String country) {
        ResponseEntity<JsonNode> opened = undp.nominate(country, "A3");
        ok(opened);
        return opened.getBody().at("/cases/0").asText();
    }

    private String inVetting(String country) {
        String id = proposed(country);
        ok(undp.as("fp.ilo.a3").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE")));
        return id;
    }

    private String vetted(String country, String first, String field, String second) {
        String id = inVetting(country);
        ok(undp.as("rd.undp.rbap").vet(id, first, field, "Because of what the file says"));
        if (second != null) {
            ok(undp.as("rd.ilo.asia_pacific")
                    .vet(id, second, second.equals("DECLINE") ? "reason" : "conditions", "Because of the file"));
        }
        return id;
    }

    private static void ok(ResponseEntity<JsonNode> response) {
        assertThat(response.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(response.getBody()))
                .isTrue();
    }
}
