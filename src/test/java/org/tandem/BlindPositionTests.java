package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every address that can be read is read as everybody, while positions are coming in and while texts go to and fro: what one
 * side holds stands nowhere before the other has spoken, and what was said never where it does not concern the reader. Those
 * not concerned read a share of them in {@code make test}.
 */
@TandemTest({"tandem.demo=true", "tandem.test.database=blind-position"})
class BlindPositionTests {

    private static final String COUNTRY = "MMR";
    private static final String MATTER = "FFA-MMR-A4";
    private static final String CASE = MATTER + "-D1";

    private static final String ILO = "co.ilo.mmr";
    private static final String UNDP = "fp.undp.a4";
    private static final String UNDP_DIRECTOR = "rd.undp.rbap";
    private static final String ILO_DIRECTOR = "rd.ilo.asia_pacific";

    private static final Set<String> CONCERNED = new LinkedHashSet<>(List.of(
            ILO, UNDP, "fp.ilo.a4", UNDP_DIRECTOR, ILO_DIRECTOR, "coord.undp", "coord.ilo", "team.undp", "team.ilo"));

    /** Close to it, and none of their business. */
    private static final List<String> NEIGHBOURS = List.of(
            "fp.undp.a1", "fp.ilo.a6", "co.ilo.vnm", "rd.undp.rba", "rd.ilo.africa", "rc.mmr", "admin", "observer");

    private static final String HELD_IN_COUNTRY = "Quince harvest 7f3a91c2 first";
    private static final String DRAFTED_IN_COUNTRY = "Sorrel harvest 5d20fe68 perhaps";
    private static final String ANSWERED_IN_COUNTRY = "Medlar harvest b81c04e7 first";
    private static final String PROPOSED = "Damson harvest 90ce1b44 in turn";
    private static final String REFUSED = "Cornel harvest 31ad77f0 fails";
    private static final String TRIED = "Loquat harvest c6650be9 was a call";
    private static final String UP = "Bilberry harvest 4e08d2a5 blocks";
    private static final String HELD_IN_REGION = "Rowan harvest a2f19d63 first";
    private static final String DRAFTED_IN_REGION = "Sloe harvest 68b4c07e perhaps";

    private static final List<String> SAID =
            List.of(HELD_IN_COUNTRY, ANSWERED_IN_COUNTRY, PROPOSED, REFUSED, TRIED, UP);
    private static final List<String> UNSAID = List.of(DRAFTED_IN_COUNTRY, HELD_IN_REGION, DRAFTED_IN_REGION);

    private static final List<String> MINUTES =
            List.of("/cases/" + CASE, "/api/cases/" + CASE, "/divergence/" + CASE, "/api/divergence/" + CASE);

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void standsNowhereBeforeEverySideHasSpokenAndLaterOnlyWhereItConcerns() {
        raise();
        List<Visitor> readers = readers();
        draft(UNDP, DRAFTED_IN_COUNTRY);
        answer(ILO, "statePosition", Map.of("position", HELD_IN_COUNTRY));

        readAll(readers, List.of());
        reads(ILO, HELD_IN_COUNTRY, MINUTES);
        reads(UNDP, DRAFTED_IN_COUNTRY, List.of("/divergence/" + CASE + "/statePosition"));

        settleInVain();
        draft(ILO_DIRECTOR, DRAFTED_IN_REGION);
        answer(UNDP_DIRECTOR, "statePosition", Map.of("position", HELD_IN_REGION));

        readAll(readers, SAID);
        reads(UNDP_DIRECTOR, HELD_IN_REGION, MINUTES);
        for (String concerned : CONCERNED) {
            SAID.forEach(text -> reads(concerned, text, MINUTES));
        }

        answer(ILO_DIRECTOR, "statePosition", Map.of("position", "We see it as in the country"));
        for (Visitor reader : readers) {
            boolean concerned = CONCERNED.contains(reader.name());
            MINUTES.forEach(address -> assertThat(reader.see(address).body().contains(HELD_IN_REGION))
                    .as("%s %s", reader.name(), address)
                    .isEqualTo(concerned));
        }
    }

    private void raise() {
        assertThat(caller(UNDP).nominate(COUNTRY, "A4").getStatusCode()).isEqualTo(HttpStatus.CREATED);
        ok(caller("fp.ilo.a4").answer("selection", MATTER, "agreeNomination", Map.of("decision", "AGREE")));
        ResponseEntity<JsonNode> raised = caller("fp.ilo.a4")
                .post(
                        "/api/divergence",
                        Map.of("matter", MATTER, "subject", "OTHER", "summary", "What comes first", "blocking", false));
        assertThat(raised.getStatusCode()).as("%s", raised).isEqualTo(HttpStatus.CREATED);
        // So that there are letters and an import to be read.
        assertThat(List.of(
                        caller(UNDP).addLetter(MATTER),
                        caller(UNDP).addLetter(CASE),
                        caller("coord.undp").importNomination("LKA", "A4")))
                .containsOnly(HttpStatus.CREATED);
    }

    private void settleInVain() {
        answer(UNDP, "statePosition", Map.of("position", ANSWERED_IN_COUNTRY));
        answer(UNDP, "attemptSettlement", Map.of("move", "PROPOSE", "text", PROPOSED));
        answer(ILO, "answerText", Map.of("answer", "REFUSE", "reason", REFUSED));
        answer(ILO, "attemptSettlement", Map.of("move", "RECORD", "attempt", TRIED));
        answer(ILO, "attemptSettlement", Map.of("move", "RISE", "reason", UP));
    }

    /** @param readable what those concerned may read by now */
    private void readAll(List<Visitor> readers, List<String> readable) {
        Set<String> addresses = addresses();
        List<String> found = new CopyOnWriteArrayList<>();
        AtomicInteger read = new AtomicInteger();
        readers.parallelStream().forEach(reader -> {
            for (String address : addresses) {
                if (!CONCERNED.contains(reader.name())
                        && !Share.takesOneOf(6, readable.size() % 6, reader.name(), address)) {
                    continue;
                }
                Seen answer = reader.see(address);
                read.addAndGet(answer.status() == 200 ? 1 : 0);
                if (answer.status() >= 500) {
                    found.add(reader.name() + " gets " + answer.status() + " at " + address);
                }
                for (String text : secrets()) {
                    boolean holds = answer.body().contains(word(text))
                            || answer.headers().contains(word(text));
                    if (holds && !mayHold(reader.name(), text, readable)) {
                        found.add(reader.name() + " reads at " + address + ": " + text);
                    }
                }
            }
        });
        assertThat(found).isEmpty();
        assertThat(read.get()).as("pages that could be read").isGreaterThan(readers.size() * 10);
    }

    private static boolean mayHold(String reader, String text, List<String> readable) {
        return switch (text) {
            case DRAFTED_IN_COUNTRY -> reader.equals(UNDP);
            case DRAFTED_IN_REGION -> reader.equals(ILO_DIRECTOR);
            case HELD_IN_REGION -> reader.equals(UNDP_DIRECTOR);
            case HELD_IN_COUNTRY -> reader.equals(ILO) || readable.contains(text) && CONCERNED.contains(reader);
            default -> readable.contains(text) && CONCERNED.contains(reader);
        };
    }

    private Set<String> addresses() {
        String query = "q=harvest&country=" + COUNTRY + "&framework=FFA&cases=" + CASE + "&matter=" + MATTER + "&case="
                + MATTER + "&lang=fr";
        Set<String> addresses = new TreeSet<>(
                new EveryAddress(context, jdbc, CASE, "divergence", "statePosition", COUNTRY, ILO, query).all());
        new EveryAddress(context, jdbc, MATTER, "vetting", "vetCountry", COUNTRY, ILO, query)
                .all().stream().filter(address -> address.contains(MATTER)).forEach(addresses::add);
        addresses.add("/divergence/" + CASE + "/attemptSettlement");
        // What nobody may read is not found by its own words either.
        for (String text : secrets()) {
            addresses.add("/search?q=" + word(text).substring(0, 4));
            addresses.add("/api/search?q=" + text.split(" ")[0]);
        }
        assertThat(addresses)
                .containsAll(MINUTES)
                .contains("/divergence", "/api/divergence", "/inbox", "/cases/" + MATTER);
        return addresses;
    }

    private static List<String> secrets() {
        List<String> all = new ArrayList<>(SAID);
        all.addAll(UNSAID);
        return all;
    }

    private static String word(String text) {
        return text.split(" ")[2];
    }

    private List<Visitor> readers() {
        Set<String> names = EveryAddress.oneOfEveryRole(jdbc);
        names.addAll(NEIGHBOURS);
        names.addAll(CONCERNED);
        return names.stream().map(name -> Visitor.of(port, name)).toList();
    }

    private void draft(String who, String position) {
        ok(caller(who).put("/api/divergence/" + CASE + "/statePosition/draft", Map.of("position", position)));
    }

    private void answer(String who, String task, Map<String, String> values) {
        ok(caller(who).answer("divergence", CASE, task, values));
    }

    private void reads(String who, String text, List<String> addresses) {
        addresses.forEach(
                address -> assertThat(http.withBasicAuth(who, "tandem").getForObject(address, String.class))
                        .as("%s %s", who, address)
                        .contains(text));
    }

    private static void ok(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode()).as("%s", answer.getBody()).isEqualTo(HttpStatus.OK);
    }

    private Caller caller(String name) {
        return Caller.of(http, name);
    }
}
