package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;

/** How many letters a case may have, and how large they may be together. */
@ProcessTest
class LettersTests {

    private static final int MOST = 100;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Roads roads;

    @Test
    void areNoMoreThanTheLimitHoweverManyComeAtOnce() {
        String id = roads.inArea("A7").nominated();
        fill(id, MOST - 2, 1);

        List<ResponseEntity<JsonNode>> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> add(id, number))
                .toList();

        Map<HttpStatusCode, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(ResponseEntity::getStatusCode, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(HttpStatus.CREATED, 2L, HttpStatus.UNPROCESSABLE_ENTITY, 4L));
        assertThat(add(id, 7).getBody().at("/detail").asText())
                .startsWith("This case has 100 letters already, and may have no more. Ask an administrator");
    }

    @Test
    void countOnceWhenTheyComeAgain() {
        String id = roads.inArea("A7").nominated();
        fill(id, MOST - 1, 1);

        assertThat(add(id, 1).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(add(id, 1).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(add(id, 2).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void areNoLargerTogetherThanTheLimit() {
        String id = roads.inArea("A7").nominated();
        fill(id, 1, 100 * 1024 * 1024 - 12);

        assertThat(add(id, 1).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(add(id, 2).getBody().at("/detail").asText())
                .startsWith("With this letter, the letters of this case would pass 100 MB together.");
    }

    /** Eleven bytes. */
    private ResponseEntity<JsonNode> add(String id, int number) {
        return Caller.of(http, "fp.undp.a7").addLetter(id, "%PDF-1.4 " + (10 + number));
    }

    private void fill(String id, int number, int bytes) {
        jdbc.sql("""
                        insert into tandem.case_attachment
                          (id, case_id, kind, file_name, content_type, size_bytes, sha256, content, added_by, added_at)
                        select gen_random_uuid(), f.id, 'letter', 'letter.pdf', 'application/pdf', :bytes, n, '', f.opened_by, now()
                          from tandem.case_file f, generate_series(1, :number) n where f.id = :id""")
                .param("bytes", bytes)
                .param("number", number)
                .param("id", id)
                .update();
    }
}
