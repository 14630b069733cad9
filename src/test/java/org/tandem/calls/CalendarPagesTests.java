package org.tandem.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;

/** Does everybody see what opens and closes, on a page and by a secret link, and nobody by a link that is not good? */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest
class CalendarPagesTests {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String NEW_YORK = "America/New_York";

    @Autowired
    Roads roads;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pacific/Fiji | 2031-04 | 1 Apr 2031, 15:59 (UTC+12)",
                "Europe/Zurich | 2031-04 | 1 Apr 2031, 05:59 (UTC+2)",
                "America/Lima | 2031-03 | 31 Mar 2031, 22:59 (UTC−5)"
            })
    void showsAClosingInTheReadersTime(String zone, String month, String there) {
        String call = entered(Map.of("closes", "2031-03-31", "closesTime", "23:59", "zone", NEW_YORK));
        Visitor reader = in(zone);

        assertThat(row(reader.get("/calls/calendar?size=500&fund=UNTFHS&month=" + month), call))
                .contains(there, "31 Mar 2031, 23:59", "America/New York");
    }

    /** The page counts it until it has passed everywhere, but it stays the day the fund names. */
    @Test
    void aDateWithoutZoneStaysTheDayItIs() {
        String call = entered(Map.of("closes", "2031-07-31"));

        assertThat(row(in("Pacific/Fiji").get("/calls/calendar?size=500&month=2031-07"), call))
                .contains("31 Jul 2031", "Not known");
        assertThat(entry(made("coord.undp"), call)).contains("DTSTART;VALUE=DATE:20310731");
    }

    @Test
    void showsDatesNotKnownApartAndInNoCalendar() {
        String call = entered(Map.of("closes", "2031-03-31", "closesTime", "23:59", "zone", NEW_YORK));
        Visitor reader = Visitor.of(port, "rd.ilo.arab_states");

        assertThat(reader.get("/calls/calendar?month=unknown").body()).contains("/calls/" + call, "Not known");
        assertThat(ids("month=unknown")).contains(call + "-opens").doesNotContain(call + "-closes");
        assertThat(new Visitor(port).get(made("coord.undp")).body())
                .contains(call + "-closes@tandem")
                .doesNotContain(call + "-opens@tandem");
        assertThat(ids("framework=FFA")).doesNotContain(call + "-closes");
        assertThat(reader.get("/calls/calendar?lang=fr").body()).doesNotContain("??");
    }

    @Test
    void findsTheCallsOfTheFundsAFrameworkNames() {
        String call = entered("COV00", Map.of("closes", "2031-05-31", "zone", "UTC"));

        assertThat(ids("framework=FFA")).contains(call + "-closes");
        assertThat(ids("framework=nothing")).isEmpty();
    }

    @Test
    void anExtensionMovesTheEntryAndACancelledCallIsSaidToBeCancelled() {
        String call = entered(Map.of("closes", "2031-03-31", "closesTime", "23:59", "zone", NEW_YORK));
        String feed = made("coord.undp");

        assertThat(entry(feed, call)).contains("DTSTART:20310401T035900Z", "SEQUENCE:0", "STATUS:CONFIRMED");
        decided(call, Map.of("decision", "EXTENDED", "closes", "2031-04-15", "closesTime", "17:00", "zone", NEW_YORK));
        assertThat(entry(feed, call)).contains("DTSTART:20310415T210000Z", "SEQUENCE:1", "STATUS:CONFIRMED");
        decided(call, Map.of("decision", "CANCELLED"));
        assertThat(entry(feed, call)).contains("SEQUENCE:2", "STATUS:CANCELLED", "SUMMARY:Cancelled: Call ");
    }

    @Test
    void nothingInTheNameOfACallBecomesALineOfTheCalendar() {
        String call = entered(
                Map.of("closes", "2031-03-31", "zone", "UTC", "name", "Peace, now; \\nEND:VEVENT\\nATTACH:https://x"));

        String entry = entry(made("coord.undp"), call).replace("\r\n ", "");
        assertThat(entry).contains("SUMMARY:Call " + call + " Peace\\, now\\; \\\\n");
        assertThat(entry.lines()).filteredOn("END:VEVENT"::equals).hasSize(1);
        assertThat(entry.lines()).noneMatch(line -> line.startsWith("ATTACH"));
    }

    @Test
    void whatIsTheSameIsNotSentAgain() throws Exception {
        String call = entered(Map.of("closes", "2031-03-31", "zone", "UTC"));
        String feed = made("rd.undp.rba");
        HttpResponse<String> first = asked("GET", feed, "");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> head = asked("HEAD", feed, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(tag);
        assertThat(asked("GET", feed, tag).statusCode()).isEqualTo(304);

        decided(call, Map.of("decision", "CANCELLED"));
        assertThat(asked("GET", feed, tag).statusCode()).isEqualTo(200);
        roads.as("rd.undp.rba").delete("/api/profile/calendar");
        assertThat(asked("GET", feed, tag).statusCode()).isEqualTo(404);
        assertThat(asked("HEAD", feed, tag).statusCode()).isEqualTo(404);
    }

    @Test
    void theSecretLinkIsShownOnceAndServedToWhoeverHasIt() {
        Visitor person = Visitor.of(port, "fp.undp.a3");
        person.get("/profile");
        HttpResponse<String> made = person.post("/profile/calendar");
        String feed = URI.create(made.body().replaceAll("(?s).*id=\"calendar-address\"[^>]*>([^<]+)<.*", "$1"))
                .getPath();

        assertThat(feed).matches("/calendar/feed/[\\w-]{43}\\.ics");
        assertThat(made.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(person.get("/profile").body()).doesNotContain(feed);
        assertThat(person.get("/profile/calendar").statusCode()).isEqualTo(200); // reloading, changing the language
        assertThat(jdbc.sql("select secret_digest from tandem.calendar_link")
                        .query(String.class)
                        .list())
                .noneMatch(feed::contains);
        Visitor program = new Visitor(port);
        HttpResponse<String> answer = program.get(feed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache, private");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(program.cookies()).isEmpty();

        person.post("/profile/calendar/revoke");
        assertThat(program.get(feed).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewLinkEndsTheOldOneAndLeavesThatOfOthers() {
        String old = made("fp.ilo.a3");
        String others = made("coord.ilo");
        String present = made("fp.ilo.a3");

        assertThat(status(old)).isEqualTo(404);
        assertThat(status(present)).isEqualTo(200);
        assertThat(roads.as("fp.ilo.a3")
                        .delete("/api/profile/calendar")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        assertThat(status(present)).isEqualTo(404);
        assertThat(status(others)).isEqualTo(200);
        assertThat(status("/calendar/feed/nobodys.ics")).isEqualTo(404);
    }

    @Test
    void nothingIsServedOfSomebodyWhoMayNotComeIn() {
        String feed = made("rd.ilo.africa");
        for (String shutOut : List.of("active = false", "must_change_password = true")) {
            String back =
                    shutOut.endsWith("true") ? shutOut.replace("true", "false") : shutOut.replace("false", "true");
            set(shutOut);
            try {
                assertThat(status(feed)).as(shutOut).isEqualTo(404);
            } finally {
                set(back);
            }
        }
        assertThat(status(feed)).isEqualTo(200);
    }

    @Test
    void nothingIsServedOfSomebodyWithoutMandate() {
        String feed = made("co.ilo.yem");
        Runnable giveBack = roads.endMandate("country-office:ILO:YEM");
        try {
            assertThat(status(feed)).isEqualTo(404);
        } finally {
            giveBack.run();
        }
        assertThat(status(feed)).isEqualTo(200);
    }

    @Test
    void aClosedAccountLosesItsLinkForGood() {
        String feed = made("co.undp.yem");
        UUID person = jdbc.sql("select person_id from tandem.sign_in_name where name = 'co.undp.yem'")
                .query(UUID.class)
                .single();
        roads.setActive(person, false);
        assertThat(status(feed)).isEqualTo(404);
        roads.setActive(person, true);
        assertThat(status(feed)).isEqualTo(404);
    }

    private Visitor in(String zone) {
        Visitor reader = Visitor.of(port, "rd.ilo.arab_states");
        reader.get("/profile");
        reader.post("/profile/zone", "zone", zone);
        return reader;
    }

    /** Of the table, about this call. */
    private static String row(HttpResponse<String> page, String call) {
        return Stream.of(page.body().split("<tr"))
                .filter(row -> row.contains("/calls/" + call + "\""))
                .findFirst()
                .orElseThrow();
    }

    /** @param tag of what the program has already */
    private HttpResponse<String> asked(String method, String feed, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + feed))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void set(String what) {
        jdbc.sql("update tandem.person set " + what
                        + " where id = (select person_id from tandem.sign_in_name where name = 'rd.ilo.africa')")
                .update();
    }

    private String made(String person) {
        JsonNode made = roads.as(person).post("/api/profile/calendar", Map.of()).getBody();
        return URI.create(made.at("/address").asText()).getPath();
    }

    private int status(String feed) {
        return new Visitor(port).get(feed).statusCode();
    }

    /** Of its closing. */
    private String entry(String feed, String call) {
        String[] events = new Visitor(port).get(feed).body().split("BEGIN:VEVENT");
        return List.of(events).stream()
                .filter(event -> event.contains("UID:call-" + call + "-closes@tandem"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(String query) {
        return roads.as("observer")
                .get("/api/calls/calendar?size=500&" + query)
                .getBody()
                .at("/dates")
                .findValuesAsText("id");
    }

    private String entered(Map<String, ?> known) {
        return entered("UNTFHS", known);
    }

    private String entered(String fund, Map<String, ?> known) {
        String id = "CAL-" + NEXT.incrementAndGet();
        Map<String, Object> values = new HashMap<>(known);
        values.putAll(Map.of("code", id, "fund", fund));
        assertThat(roads.as("coord.ilo")
                        .post("/api/calls", values)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        return id;
    }

    private void decided(String call, Map<String, ?> decision) {
        Map<String, Object> values = new HashMap<>(decision);
        String version = roads.as("observer")
                .get("/api/calls/" + call)
                .getBody()
                .at("/version")
                .asText();
        values.putAll(Map.of("call", call, "version", version, "reason", "Announced"));
        assertThat(roads.as("coord.ilo")
                        .post("/api/calls/decisions", values)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }
}
