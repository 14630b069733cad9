package org.tandem.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;

/** Can a country team be helped in a browser without script? */
// A database of its own: what other tests ask would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=support-pages"})
class SupportPagesTests {

    private static final String FORM = "/support/ask";

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    private Visitor office;

    @BeforeEach
    void signIn() {
        office = visitor("co.ilo.vnm");
    }

    @Test
    void isAskedRoutedAnsweredAndRated() {
        String id = ask("A2", "FINANCING", "How did others finance a floor?");
        assertThat(office.get("/cases/" + id).body())
                .contains("How did others finance a floor?", "ILO country office", "Asked", "Financing");

        Visitor team = visitor("team.undp");
        assertThat(team.get("/support/" + id + "/routeRequest").body())
                .contains("How did others finance a floor?", "Which party answers?", "value=\"ILO\"");
        team.post("/support/" + id + "/routeRequest", "decision", "ASSIGN", "agency", "ILO", "note", "Peru, perhaps");
        Visitor expert = visitor("fp.ilo.a2");
        assertThat(expert.get("/support/" + id + "/answerRequest").body()).contains("Peru, perhaps");
        HttpResponse<String> answered = expert.post(
                "/support/" + id + "/answerRequest", "decision", "ANSWER", "answer", "Peru used a mineral levy");
        assertThat(Visitor.location(answered)).isEqualTo("/inbox");

        assertThat(office.get("/inbox").body()).contains(id);
        assertThat(office.get("/support/" + id + "/rateAnswer").body())
                .contains("Peru used a mineral levy", "Ask again");
        office.post("/support/" + id + "/rateAnswer", "useful", "YES", "comment", "It opened doors");
        assertThat(office.get("/cases/" + id).body())
                .contains("Peru used a mineral levy", "It opened doors", "Useful", "Found the answer useful");
        assertThat(office.get("/support?topic=FINANCING&useful=USEFUL").body()).contains(id, "Useful: ");
    }

    @Test
    void offersTheAreasInTheirOrderAndTakesWhatTheAddressSays() {
        String page = office.get(FORM + "?framework=FFA&area=A4").body();

        assertThat(page.indexOf("value=\"FFA-A1\"")).isLessThan(page.indexOf("value=\"FFA-A2\""));
        assertThat(page)
                .contains("value=\"FFA-A4\" selected=\"selected\"", "value=\"VNM\" selected=\"selected\"")
                .contains("Information systems", "Drafting or delivering a joint programme");
        assertThat(office.get(FORM + "?country=LAO").body()).contains("value=\"LAO\" selected=\"selected\"");
    }

    @Test
    void offersAFocalPointTheirAreaOnly() {
        assertThat(visitor("fp.ilo.a6").get(FORM).body())
                .contains("value=\"FFA-A6\"")
                .doesNotContain("value=\"FFA-A3\"");
    }

    @Test
    void saysEverythingThatIsWrongBesideItsFieldAndKeepsWhatWasTyped() {
        office.get(FORM);
        HttpResponse<String> refused =
                office.post(FORM, "area", "", "country", "VNM", "topic", "", "question", " ", "wantedBy", "2020-01-01");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“Area”: please choose.", "“Topic”: please choose.", "“Question”: please fill this in.")
                .contains("“Answer wanted by”: this lies in the past.")
                .contains("id=\"question-error\"", "value=\"2020-01-01\"", "value=\"VNM\" selected=\"selected\"")
                .doesNotContain("Choose a framework.");
    }

    @Test
    void opensOneRequestHoweverOftenTheButtonIsPressed() {
        String id = ask("A2", "OTHER", "Pressed twice?");
        HttpResponse<String> again =
                office.post(FORM, "area", "FFA-A2", "country", "VNM", "topic", "OTHER", "question", "Pressed twice?");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("You have asked this already", "href=\"/cases/" + id + "\"");
    }

    @Test
    void refusesWhoIsNotForTheCountry() {
        office.get(FORM);
        HttpResponse<String> refused = office.post(
                FORM, "area", "FFA-A2", "country", "LAO", "topic", "OTHER", "question", "For the neighbour");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("None of your mandates covers", "For the neighbour");
        assertThat(visitor("observer").get(FORM).statusCode()).isEqualTo(403);
    }

    @Test
    void filtersSortsAndCounts() {
        String mine = ask("A2", "INFORMATION-SYSTEMS", "Which register?");
        String other = ask("A3", "POLICY-DESIGN", "Which law?");
        Visitor observer = visitor("observer");

        assertThat(observer.get("/support?area=FFA-A3&state=OPEN&country=VNM").body())
                .contains(other)
                .doesNotContain(mine);
        assertThat(observer.get("/support?topic=INFORMATION-SYSTEMS").body())
                .contains(mine, "1 request<", "1 waits for an answer")
                .doesNotContain(other);
        String byTopic = observer.get("/support?sort=topic&framework=FFA").body();
        assertThat(byTopic.indexOf(mine)).isLessThan(byTopic.indexOf(other));
        assertThat(observer.get("/support?framework=JAP&area=FFA-A3").body()).contains("Nothing matches");
        assertThat(observer.get("/support?page=99&sort=%27--&state=%00&useful=x&topic=%25")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor("fp.unhcr.g1").get("/support").body()).doesNotContain(mine, other);
    }

    @Test
    void saysTheSameToMachines() {
        String id = ask("A4", "RESPONSE-TO-SYSTEMS", "What stays after the response?");
        JsonNode register = Caller.of(http, "observer")
                .get("/api/support?area=FFA-A4&useful=")
                .getBody();

        assertThat(register.at("/figures/total").asInt()).isEqualTo(1);
        assertThat(register.at("/figures/unanswered").asInt()).isEqualTo(1);
        assertThat(register.at("/figures/rated").asInt()).isZero();
        assertThat(register.at("/requests/0/id").asText()).isEqualTo(id);
        assertThat(register.at("/pages").asInt()).isEqualTo(1);
    }

    @Test
    void showsWhoSitsInTheMechanismAndWhatIsBeforeIt() {
        String id = ask("A2", "OTHER", "Who sits there?");
        Visitor observer = visitor("observer");
        String page = observer.get("/support/mechanism/FFA").body();

        assertThat(page)
                .contains("ILO task team", "UNDP task team", "coordinator", id, "Who sits there?")
                .contains("set by configuration", "Who sits in the joint mechanism", "agrees to outcomes")
                .contains("No divergence has come up to the joint mechanism.");
        assertThat(observer.get("/support").body()).contains("href=\"/support/mechanism/FFA\"");
        assertThat(observer.get("/support/mechanism/UNREFORM").statusCode()).isEqualTo(404);
        assertThat(visitor("fp.unhcr.g1").get("/support/mechanism/FFA").statusCode())
                .isEqualTo(404);
        assertThat(Caller.of(http, "coord.ilo")
                        .get("/api/support/mechanism/FFA")
                        .getBody()
                        .at("/seats")
                        .size())
                .isEqualTo(4);
    }

    @Test
    void showsTheRefusalOfARoutingBesideItsField() {
        String id = ask("A5", "OTHER", "Who could know?");
        Visitor team = visitor("team.ilo");
        team.get("/support/" + id + "/routeRequest");
        HttpResponse<String> refused = team.post("/support/" + id + "/routeRequest", "decision", "ASSIGN");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Which party answers?", "please choose");
    }

    @Test
    void speaksFrench() {
        Visitor reader = visitor("fp.undp.a7");
        reader.get("/support");
        reader.post("/language", "language", "fr", "back", "/support");
        assertThat(reader.get("/support").body()).contains("Demandes d’appui", "Mécanisme conjoint");
        assertThat(reader.get(FORM).body()).contains("Systèmes d’information", "Demander un appui");
        assertThat(reader.get("/support/mechanism/FFA").body()).contains("Qui y siège");
    }

    private Visitor visitor(String name) {
        return Visitor.signedIn(port, name, "tandem");
    }

    private String ask(String area, String topic, String question) {
        office.get(FORM);
        HttpResponse<String> asked =
                office.post(FORM, "area", "FFA-" + area, "country", "VNM", "topic", topic, "question", question);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        return Visitor.location(asked).replace("/cases/", "");
    }
}
