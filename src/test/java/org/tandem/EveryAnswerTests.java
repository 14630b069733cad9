package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.web.Download;
import org.tandem.submission.SweepClosings;

/**
 * Whatever an address answers is a page of ours, data, or a file to keep; and what a request accepts does not change
 * which. Walks every address there is, so that a new one cannot be forgotten.
 */
// A database of its own: the case of a submission is opened in it.
@TandemTest({"tandem.demo=true", "tandem.test.database=answers"})
class EveryAnswerTests {

    private static final String CASE = "FFA-PER-A7";
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String FILE = "sandbox; default-src 'none'";
    private static final List<String> ACCEPTED = List.of(
            "text/html",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "application/xhtml+xml",
            "application/xml",
            "image/svg+xml",
            "text/html;q=banana",
            "junk",
            "");

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SweepClosings closings;

    @LocalServerPort
    int port;

    private List<Visitor> readers = List.of();
    private EveryAddress every;

    @BeforeEach
    void fill() {
        Caller undp = Caller.of(http, "fp.undp.a7");
        if (undp.get("/api/cases/" + CASE).getStatusCode() != HttpStatus.OK) {
            assertThat(undp.nominate("PER", "A7").getStatusCode()).isEqualTo(HttpStatus.CREATED);
            assertThat(List.of(undp.addLetter(CASE), undp.as("coord.undp").importNomination("PER", "A4")))
                    .containsOnly(HttpStatus.CREATED);
            begin(undp);
            new CasesInEveryState(http, closings::sweep).open("submission", List.of("RECEIPT_SHOWN"));
        }
        readers = List.of(Visitor.of(port, "coord.undp"), Visitor.of(port, "admin"));
        every = new EveryAddress(
                context,
                jdbc,
                CASE,
                "selection",
                "agreeNomination",
                "PER",
                "fp.undp.a7",
                "figure=F1&framework=FFA&country=PER&q=councils");
    }

    /** A proposal in review, so that a version of it is there to be read. */
    private static void begin(Caller undp) {
        String id = undp.post(
                        "/api/programmes",
                        Map.of("title", "Together", "area", "FFA-A7", "areaReason", "No other", "country", "PER"))
                .getBody()
                .at("/id")
                .asText();
        assertThat(List.of(
                        undp.as("fp.ilo.a7").answer("programme", id, "joinDrafting", Map.of("decision", "JOIN")),
                        undp.answer("proposal", id, "draftProposal", Map.of())))
                .extracting(ResponseEntity::getStatusCode)
                .containsOnly(HttpStatus.OK);
    }

    @Test
    void isAPageOrDataOrAFileToKeep() {
        Set<String> wrong = new TreeSet<>();
        Set<String> left = new TreeSet<>(every.all());
        for (Visitor reader : readers) {
            Set<String> found = new TreeSet<>();
            // Who comes second looks at what was not there for the first.
            for (String address : left) {
                HttpResponse<byte[]> answer = reader.ask("GET", address, "*/*");
                if (answer.statusCode() == 200) {
                    found.add(address);
                }
                if (!isSafe(answer)) {
                    wrong.add(reader.name() + " " + address + " "
                            + answer.headers().map());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void isTheSameFileWhateverIsAccepted() {
        Set<String> files = every.of(method -> method.getReturnType().getParameterType() == Download.class);
        assertThat(files).hasSizeGreaterThanOrEqualTo(2 * 8);
        for (String address : files) {
            HttpResponse<byte[]> file = readers.stream()
                    .map(reader -> reader.ask("GET", address, "*/*"))
                    .filter(answer -> answer.statusCode() == 200)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody gets " + address));
            Visitor reader =
                    readers.get(readers.get(0).ask("GET", address, "*/*").statusCode() == 200 ? 0 : 1);
            for (String accepted : ACCEPTED) {
                for (String method : List.of("GET", "HEAD")) {
                    HttpResponse<byte[]> again = reader.ask(method, address, accepted);
                    assertThat(again.statusCode())
                            .as("%s %s", address, accepted)
                            .isEqualTo(200);
                    assertThat(kind(again)).as("%s %s", address, accepted).isEqualTo(kind(file));
                    assertThat(isSafe(again)).isTrue();
                }
            }
        }
    }

    @Test
    void isNeverAPageWhereMachinesAsk() {
        Visitor reader = readers.get(0);
        List<String> wrong = new ArrayList<>();
        for (String address : every.all()) {
            boolean data = address.startsWith("/api/") || address.startsWith("/v3/") || address.startsWith("/actuator");
            for (String accepted : data ? ACCEPTED : List.of("junk")) {
                HttpResponse<byte[]> answer = reader.ask("GET", address, accepted);
                boolean page = header(answer, "Content-Type").startsWith("text/html");
                if (answer.statusCode() >= 500 || !isSafe(answer) || data && page) {
                    wrong.add(address + " " + accepted + ": " + answer.statusCode() + " " + kind(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isSafe(HttpResponse<byte[]> answer) {
        String type = header(answer, "Content-Type").replaceFirst(";.*", "");
        String policy = String.join("; and ", answer.headers().allValues("Content-Security-Policy"));
        boolean kept = header(answer, "Content-Disposition").startsWith("attachment; filename=\"");
        boolean safe =
                switch (type) {
                    case "", "text/html" -> policy.equals(PAGE);
                    // The styles of one case are given out as a file is, which is stricter than those of all.
                    case "text/css" -> policy.equals(PAGE) || policy.equals(FILE) && kept;
                    case "text/plain", "application/vnd.oai.openapi" -> policy.equals(DATA);
                    default ->
                        type.endsWith("json") ? Set.of(DATA, PAGE).contains(policy) : policy.equals(FILE) && kept;
                };
        return safe
                && header(answer, "X-Content-Type-Options").equals("nosniff")
                && header(answer, "Cross-Origin-Resource-Policy").equals("same-origin");
    }

    private static String kind(HttpResponse<byte[]> answer) {
        return header(answer, "Content-Type") + " " + header(answer, "Content-Disposition");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return String.join("; and ", answer.headers().allValues(name));
    }
}
