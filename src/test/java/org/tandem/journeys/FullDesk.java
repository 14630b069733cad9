package org.tandem.journeys;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;

/** A busy day in area 5, brought about once for each running Tandem: 25 nominations to agree to, seven countries to vet. */
final class FullDesk {

    static final String FOCAL_POINT = "fp.ilo.a5";
    static final String DIRECTOR = "rd.undp.rba";
    static final String NOMINATOR = "fp.undp.a5";
    static final String CASE = "FFA-AGO-A5";

    /** Of another framework, so that its tasks lie on other desks. */
    static final String ASKER = "fp.unhcr.g1";

    static final String REQUEST = "JAP-JOR-G1-S1";

    private static final List<String> IN_VETTING = List.of("AGO", "BEN", "BWA", "BFA", "BDI", "CMR", "CPV");
    private static final List<String> PROPOSED = List.of(
            "CAF", "TCD", "COM", "COG", "COD", "CIV", "GNQ", "ERI", "SWZ", "ETH", "GAB", "GMB", "GHA", "GIN", "GNB",
            "KEN", "LSO", "LBR", "MDG", "MWI", "MLI", "MRT", "MUS", "MOZ", "NAM");

    private static int preparedOn;

    private FullDesk() {}

    static synchronized void prepare(TestRestTemplate http, int port) {
        if (preparedOn == port) {
            return;
        }
        Caller undp = Caller.of(http, NOMINATOR);
        Caller ilo = undp.as(FOCAL_POINT);
        PROPOSED.forEach(country -> require(undp.nominate(country, "A5"), HttpStatus.CREATED));
        for (String country : IN_VETTING) {
            require(undp.nominate(country, "A5"), HttpStatus.CREATED);
            require(
                    ilo.answer("selection", "FFA-" + country + "-A5", "agreeNomination", Map.of("decision", "AGREE")),
                    HttpStatus.OK);
        }
        require(undp.as(ASKER).post("/api/support", request()), HttpStatus.CREATED);
        preparedOn = port;
    }

    private static Map<String, String> request() {
        return Map.of(
                "framework", "JAP",
                "area", "G1",
                "country", "JOR",
                "topic", "POLICY-DESIGN",
                "question", "Which countries have opened their labour market to refugees, and what did it take?");
    }

    private static void require(ResponseEntity<?> answer, HttpStatus status) {
        if (answer.getStatusCode() != status) {
            throw new AssertionError(answer.toString());
        }
    }
}
