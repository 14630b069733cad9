package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.platform.UuidV7;

// A database of its own: what other tests nominate or flash would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=nomination-pages"})
class NominationPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void offersAFocalPointTheirOwnArea() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");

        String page = focalPoint.get("/selection/nominate").body();

        assertThat(page).contains("Nominate a country", "Social protection", "gain.A3");
        assertThat(page).doesNotContain("gain.A5");
    }

    @Test
    void asksACoordinatorOfTwoFrameworksWhichOne() {
        Visitor coordinator = Visitor.signedIn(port, "coord.ilo", "tandem");

        assertThat(coordinator.get("/selection/nominate").body()).contains("In which framework?");
        assertThat(coordinator
                        .get("/selection/nominate?framework=FFA&country=VNM")
                        .body())
                .contains("value=\"Viet Nam\"", "gain.A5");
        assertThat(coordinator.get("/selection/nominate?framework=DCS").statusCode())
                .isEqualTo(422);
    }

    @Test
    void saysBeforehandForWhomNobodyCanVet() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        String of = "/nominate/remarks?framework=FFA&country=";

        assertThat(focalPoint.get("/selection" + of + "FRA").body()).contains("Nobody can vet it yet for UNDP");
        assertThat(focalPoint.get("/selection" + of + "VNM").body()).doesNotContain("Nobody can vet it");
        assertThat(Caller.of(http, "fp.undp.a3")
                        .get("/api/selection/nominations/remarks?framework=FFA&country=FRA")
                        .getBody()
                        .toString())
                .contains("Nobody can vet it yet for UNDP");
    }

    @Test
    void keepsThePageFromThoseWhoCannotNominate() {
        assertThat(Visitor.signedIn(port, "observer", "tandem")
                        .get("/selection/nominate")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensACaseAndLeadsToIt() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");

        HttpResponse<String> sent = focalPoint.post("/selection/nominate", form("draft", id(), "country", "Népal"));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(Visitor.location(sent)).isEqualTo("/cases/FFA-NPL-A3");
    }

    @Test
    void opensOneCaseForTwoClicks() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");
        String[] form = form("draft", id(), "country", "BTN");

        List<CompletableFuture<HttpResponse<String>>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(CompletableFuture.supplyAsync(() -> focalPoint.post("/selection/nominate", form)));
        }

        assertThat(clicks.stream().map(CompletableFuture::join).map(Visitor::location))
                .containsOnly("/cases/FFA-BTN-A3");
        assertThat(casesOf("BTN")).isEqualTo(1);
        HttpResponse<String> anotherForm =
                focalPoint.post("/selection/nominate", form("draft", id(), "country", "BTN"));
        assertThat(anotherForm.statusCode()).isEqualTo(409);
        assertThat(anotherForm.body()).contains("see case FFA-BTN-A3", "href=\"/cases/FFA-BTN-A3\"");
    }

    @Test
    void saysAllThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");

        HttpResponse<String> answer = focalPoint.post(
                "/selection/nominate",
                "draft",
                id(),
                "framework",
                "FFA",
                "country",
                "Atlantis",
                "areas",
                "G1",
                "areas",
                "A3",
                "gain.A3",
                "INCLUSION",
                "reasons",
                "Read \u202Eme backwards",
                "entryPoint",
                "An entry 🌱 point",
                "collaborations",
                "COL-99");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is no country “Atlantis”", "value=\"Atlantis\"")
                .contains("The area “G1” does not belong to")
                .contains("“INCLUSION” is not an efficiency gain of area A3")
                .contains("invisible control characters")
                .contains("An entry 🌱 point")
                .contains("There is no running collaboration “COL-99”")
                .contains("id=\"country-error\"", "href=\"#reasons\"");
    }

    @Test
    void refusesAnAreaSomebodyElseLooksAfter() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");

        HttpResponse<String> answer = focalPoint.post(
                "/selection/nominate", form("draft", id(), "country", "LKA", "areas", "A5", "gain.A5", "COHERENCE"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Only focal points of FFA-A5");
        assertThat(casesOf("LKA")).isZero();
    }

    @Test
    void givesBackAReasonThatIsTooLong() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");

        HttpResponse<String> tooLong = focalPoint.post(
                "/selection/nominate", form("draft", id(), "country", "LKA", "reasons", "x".repeat(50_000)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body())
                .contains("50,000 characters; 4,000 are allowed", "reasons-error", "x".repeat(50_000));

        HttpResponse<String> flood = focalPoint.post(
                "/selection/nominate", form("draft", id(), "country", "LKA", "reasons", "x".repeat(2_000_000)));
        assertThat(flood.statusCode()).isEqualTo(413);
        assertThat(flood.body()).contains("2,000,000 characters; 4,000 are allowed", "x".repeat(2_000_000));

        HttpResponse<String> muchTooLong = focalPoint.post(
                "/selection/nominate", form("draft", id(), "country", "LKA", "reasons", "x".repeat(4_000_000)));
        assertThat(muchTooLong.statusCode()).isEqualTo(413);
        assertThat(muchTooLong.body()).contains("Shorten the text");
    }

    @Test
    void refusesControlCharactersAndShowsThemAgainWithoutHarm() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        focalPoint.get("/selection/nominate");

        HttpResponse<String> answer = focalPoint.post(
                "/selection/nominate", form("draft", id(), "country", "LKA", "reasons", "Bell \u0007 and null \u0000"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("invisible control characters");
    }

    @Test
    void keepsADraftForItsWriterOnly() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.ilo.a3", "tandem");
        focalPoint.get("/selection/nominate");
        String id = id();

        HttpResponse<String> saved = focalPoint.post(
                "/selection/nominate/draft", form("draft", id, "country", "Laos or so", "reasons", "Half a"));
        assertThat(saved.body()).contains("savedAt");
        assertThat(focalPoint.get("/selection/nominate?draft=" + id).body())
                .contains("This is what you had typed", "Half a", "value=\"Laos or so\"");
        assertThat(focalPoint.get("/selection/nominate?country=MNG").body())
                .doesNotContain("Half a")
                .contains("Laos or so", id);

        Visitor other = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        assertThat(other.get("/selection/nominate?draft=" + id).body()).doesNotContain("Half a");
        other.post("/starts/" + id + "/discard");
        other.post("/selection/nominate/draft", form("draft", id, "reasons", "Overwritten"));
        assertThat(focalPoint.get("/selection/nominate?draft=" + id).body()).contains("Half a");

        focalPoint.post("/starts/" + id + "/discard");
        assertThat(focalPoint.get("/selection/nominate?draft=" + id).body()).doesNotContain("Half a");
    }

    @Test
    void saysWhatIsKnownOfACountry() {
        Visitor focalPoint = Visitor.signedIn(port, "fp.undp.a7", "tandem");

        assertThat(focalPoint
                        .get("/selection/nominate/remarks?framework=FFA&country=somalia")
                        .body())
                .contains("Least developed country", "Country in crisis");
    }

    private int casesOf(String country) {
        return jdbc.sql("select count(*) from tandem.nomination where country = ?")
                .param(country)
                .query(Integer.class)
                .single();
    }

    private static String id() {
        return new UuidV7(Clock.systemUTC()).next().toString();
    }

    /** A nomination that is right, with some fields changed. */
    private static String[] form(String... changed) {
        List<String> fields = new ArrayList<>(Arrays.asList(changed));
        List<String> right = List.of(
                "framework",
                "FFA",
                "areas",
                "A3",
                "gain.A3",
                "COHERENCE",
                "entryPoint",
                "The running project",
                "reasons",
                "Floors are missing",
                "noCollaboration",
                "None yet",
                "absenceExplanation",
                "From the region");
        for (int i = 0; i < right.size(); i += 2) {
            if (!Arrays.asList(changed).contains(right.get(i))) {
                fields.add(right.get(i));
                fields.add(right.get(i + 1));
            }
        }
        return fields.toArray(String[]::new);
    }
}
