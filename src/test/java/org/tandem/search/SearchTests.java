package org.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;

/** Does everybody find what they look for, in the words they use, and nothing they may not read? */
@TandemTest({"tandem.demo=true", "tandem.test.database=search"})
class SearchTests {

    private static final String READER = "observer";
    private static final String OUTSIDER = "fp.unhcr.g1";

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Autowired
    SearchIndex index;

    @Autowired
    FillIndex fillIndex;

    @Autowired
    PlatformTransactionManager transactions;

    static boolean opened;

    @BeforeEach
    void open() {
        if (!opened) {
            opened = true;
            Caller focalPoint = Caller.of(http, "fp.undp.a3");
            for (String country : List.of("VNM", "CIV", "KHM")) {
                assertThat(focalPoint.nominate(country, "A3").getStatusCode()).isEqualTo(HttpStatus.CREATED);
            }
        }
    }

    @Test
    void findsACaseByItsNumberWholeAndInParts() {
        assertThat(keys("FFA-VNM-A3")).first().isEqualTo("FFA-VNM-A3");
        assertThat(keys("ffa-vnm-a3")).first().isEqualTo("FFA-VNM-A3");
        assertThat(keys("vnm a3")).contains("FFA-VNM-A3").doesNotContain("FFA-CIV-A3");
        assertThat(keys("viet nam a3")).first().isEqualTo("FFA-VNM-A3");
        assertThat(keys("FFA-VNM-A3", "selection")).containsExactly("FFA-VNM-A3");
    }

    @Test
    void findsWithAndWithoutAccents() {
        for (String q : List.of(
                "côte d'ivoire social", "cote divoire social", "COTE D’IVOIRE SOC", "Cote\u0301 d ivoire social")) {
            assertThat(keys(q)).as(q).contains("FFA-CIV-A3").doesNotContain("FFA-VNM-A3");
        }
        assertThat(keys("cote divoire")).first().isEqualTo("CIV");
        assertThat(keys("vietnam")).contains("VNM");
        assertThat(keys("sao tome")).first().isEqualTo("STP");
    }

    @Test
    void findsByEnglishAndFrenchNames() {
        assertThat(keys("cambodge")).first().isEqualTo("KHM");
        assertThat(keys("cambodge a3")).contains("FFA-KHM-A3");
        assertThat(keys("allemagne", "country")).containsExactly("DEU");
        assertThat(search(READER, "cambodge", "&lang=fr").at("/items/0/title").asText())
                .isEqualTo("Cambodge");
        assertThat(search(READER, "cambodge", "").at("/items/0/title").asText()).isEqualTo("Cambodia");
    }

    @Test
    void findsFunctionsFundsAndAreas() {
        assertThat(keys("ilo director africa")).first().isEqualTo("regional-director:ILO:AFRICA");
        assertThat(search(READER, "ilo director of africa", "")
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("ILO Regional Director for Africa");
        assertThat(keys("covid mptf")).first().isEqualTo("COV00");
        assertThat(keys("social protection")).first().isEqualTo("FFA-A3");
        assertThat(keys("UNDP-ILO-FFA-2020")).first().isEqualTo("FFA");
        assertThat(keys("afrique directrice")).isEmpty();
    }

    @Test
    void wantsAllWordsAndTheBeginningOfAWordIsEnough() {
        assertThat(keys("viet soc prot")).contains("FFA-VNM-A3");
        assertThat(keys("viet soc zebra")).isEmpty();
        assertThat(keys("iet")).doesNotContain("VNM");
    }

    @Test
    void putsWhatIsCalledSoFirstThenWholeWordsThenBeginnings() {
        assertThat(keys("niger", "country")).containsExactly("NER", "NGA");
        assertThat(keys("guinea", "country").get(0)).isEqualTo("GIN");
        assertThat(keys("guinea", "country")).contains("GNB", "GNQ", "PNG");
        assertThat(keys("social")).isEqualTo(keys("social"));
    }

    @Test
    void showsCasesToTheFrameworksReadersOnlyAndCountsNoOthers() {
        JsonNode inside = search("fp.ilo.a6", "viet nam", "");
        JsonNode outside = search(OUTSIDER, "viet nam", "");

        assertThat(counted(inside)).containsKey("selection");
        assertThat(counted(outside)).containsKey("country").doesNotContainKey("selection");
        assertThat(keys(outside)).doesNotContain("FFA-VNM-A3");
        assertThat(outside.get("total").asLong())
                .isEqualTo(counted(outside).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(search(OUTSIDER, "ffa-vnm-a3", "&kind=selection")
                        .get("total")
                        .asLong())
                .isZero();
    }

    @Test
    void pagesThroughEverythingOnceAndCountsRight() {
        List<String> all = new ArrayList<>();
        JsonNode first = search(READER, "un", "");
        long total = first.get("total").asLong();
        for (int page = 1; all.size() < total; page++) {
            List<String> more = keys(search(READER, "un", "&page=" + page));
            assertThat(more).isNotEmpty().hasSizeLessThanOrEqualTo(20);
            all.addAll(more);
        }
        assertThat(total).isGreaterThan(40);
        assertThat(new HashSet<>(all)).hasSize((int) total);
        assertThat(search(READER, "un", "&page=400").get("items")).isEmpty();
        assertThat(search(READER, "un", "&page=-3").get("items")).hasSize(20);
    }

    @Test
    void takesSignsOfOtherLanguagesForWhatTheyAreHere() {
        for (String q : List.of(
                "'&|!:*()",
                "viet' & !nam | (a3:*)",
                "%",
                "viet%nam",
                "\\",
                "'); drop table tandem.search_document; --",
                "<script>alert(1)</script>",
                "viet\u0000nam",
                "\u0007\u200B",
                "ŉ ŀ ½ ﬁ",
                "Вьетнам 越南 فيتنام",
                "\uD800")) {
            ResponseEntity<JsonNode> answer = answer(READER, q, "");
            assertThat(answer.getStatusCode()).as(q).isEqualTo(HttpStatus.OK);
        }
        assertThat(keys("viet' & !nam | (a3:*)")).contains("FFA-VNM-A3");
        assertThat(keys("viet\u0000nam a3")).contains("FFA-VNM-A3");
        assertThat(keys("")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongAndKindsThereAreNot() {
        ResponseEntity<JsonNode> tooLong = answer(READER, "a".repeat(201), "");
        assertThat(tooLong.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(tooLong.getBody().get("field").asText()).isEqualTo("q");
        ResponseEntity<JsonNode> unknown = answer(READER, "viet", "&kind=vote");
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(unknown.getBody().get("field").asText()).isEqualTo("kind");
        assertThat(answer(READER, "word ".repeat(1_000), "").getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer(READER, "a b ".repeat(50), "").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aCaseThatMovesIsFoundInItsNewStateAtOnceAndOnlyIfItMoves() {
        CaseId id = new CaseId("FFA-KHM-A3");
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThat(keys("khm proposed")).contains(id.value());

        transaction.executeWithoutResult(status -> {
            cases.move(id, "NOT_AGREED", null);
            status.setRollbackOnly();
        });
        assertThat(keys("khm proposed")).contains(id.value());
        assertThat(keys("khm agreed")).isEmpty();

        transaction.executeWithoutResult(status -> cases.move(id, "NOT_AGREED", null));
        assertThat(keys("khm proposed")).isEmpty();
        assertThat(keys("khm agreed")).contains(id.value());
        transaction.executeWithoutResult(status -> cases.move(id, "PROPOSED", null));
    }

    @Test
    void aSupportRequestIsFoundByItsQuestionAndTopic() {
        ResponseEntity<JsonNode> asked = Caller.of(http, "co.ilo.vnm")
                .post(
                        "/api/support",
                        Map.of(
                                "framework",
                                "FFA",
                                "area",
                                "A3",
                                "country",
                                "VNM",
                                "topic",
                                "OTHER",
                                "question",
                                "Who pays for the mangrove survey?"));
        assertThat(asked.getStatusCode()).as(String.valueOf(asked.getBody())).isEqualTo(HttpStatus.CREATED);

        JsonNode found = search(READER, "mangrove viet", "");
        assertThat(keys(found)).containsExactly("FFA-VNM-A3-S1");
        assertThat(found.at("/items/0/kind").asText()).isEqualTo("support");
        assertThat(found.at("/items/0/excerpt").asText()).isEqualTo("Who pays for the mangrove survey?");
        assertThat(keys(search(OUTSIDER, "mangrove", ""))).isEmpty();
    }

    @Test
    void nothingIsWrittenOutsideATransactionAndNoOlderStateOverANewerOne() {
        SearchDocument newer = document("Sorrel", 7);
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> index.put(newer)).isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            index.put(newer);
            index.put(document("Quince", 6));
        });

        assertThat(keys("sorrel")).containsExactly("SORREL");
        assertThat(keys("quince")).isEmpty();
        transaction.executeWithoutResult(status -> index.remove("country", "SORREL"));
        assertThat(keys("sorrel")).isEmpty();
    }

    @Test
    void anEmptyIndexIsFilledAtTheNextStartAndThenLeftAlone() {
        jdbc.sql("delete from tandem.search_document").update();
        jdbc.sql("delete from tandem.search_filled").update();
        assertThat(keys("viet nam")).isEmpty();

        fillIndex.run(null);
        assertThat(keys("viet nam")).contains("VNM", "FFA-VNM-A3");

        jdbc.sql("delete from tandem.search_document where key = 'VNM'").update();
        fillIndex.run(null);
        assertThat(keys("viet nam")).doesNotContain("VNM");

        jdbc.sql("delete from tandem.search_filled").update();
        fillIndex.run(null);
        assertThat(keys("viet nam")).contains("VNM");
    }

    @Test
    void nodesThatFillTogetherDoNotStandInEachOthersWay() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            jdbc.sql("delete from tandem.search_document").update();
            jdbc.sql("delete from tandem.search_filled").update();
            List<Future<?>> filled = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                filled.add(nodes.submit(() -> fillIndex.run(null)));
            }
            for (Future<?> one : filled) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(keys("viet nam")).contains("VNM", "FFA-VNM-A3");
    }

    @Test
    void aFunctionIsFoundAsLongAsSomebodyHoldsIt() {
        Caller admin = Caller.of(http, "admin");
        String director = jdbc.sql("select person_id::text from tandem.sign_in_name where name = 'rd.ilo.africa'")
                .query(String.class)
                .single();
        JsonNode card = admin.get("/api/people/" + director).getBody();
        assertThat(admin.post(
                                "/api/people/" + director + "/deactivate",
                                Map.of("version", card.get("version").asLong()))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(keys("ilo director africa")).doesNotContain("regional-director:ILO:AFRICA");

        card = admin.get("/api/people/" + director).getBody();
        admin.post(
                "/api/people/" + director + "/reactivate",
                Map.of("version", card.get("version").asLong()));
        assertThat(keys("ilo director africa")).contains("regional-director:ILO:AFRICA");
    }

    @Test
    void holdsNoNameOfAPersonAndNoWordOfAFile() {
        assertThat(jdbc.sql(
                                "select count(*) from tandem.search_document where kind = 'function' and body ilike '%(2)%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(keys("informal workers", "selection")).isEmpty();
        assertThat(keys(UUID.randomUUID().toString())).isEmpty();
    }

    private static SearchDocument document(String title, long revision) {
        return new SearchDocument(
                        "country", "SORREL", "/countries", SearchDocument.same(title), SearchDocument.same(""))
                .as(revision);
    }

    private List<String> keys(String q) {
        return keys(search(READER, q, ""));
    }

    private List<String> keys(String q, String kind) {
        return keys(search(READER, q, "&kind=" + kind));
    }

    private static List<String> keys(JsonNode answer) {
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .map(item -> item.get("key").asText())
                .toList();
    }

    private static Map<String, Long> counted(JsonNode answer) {
        Map<String, Long> counts = new HashMap<>();
        answer.get("kinds")
                .forEach(kind ->
                        counts.put(kind.get("kind").asText(), kind.get("count").asLong()));
        return counts;
    }

    private JsonNode search(String who, String q, String more) {
        ResponseEntity<JsonNode> answer = answer(who, q, more);
        assertThat(answer.getStatusCode()).as(String.valueOf(answer.getBody())).isEqualTo(HttpStatus.OK);
        return answer.getBody();
    }

    private ResponseEntity<JsonNode> answer(String who, String q, String more) {
        URI address = URI.create(http.getRootUri()
                + UriComponentsBuilder.fromPath("/api/search")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(q)
                        .toUriString()
                + more);
        return http.withBasicAuth(who, "tandem").getForEntity(address, JsonNode.class);
    }
}
