package org.tandem.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What has to hold before anything is measured on multiplied cases: they are as good as those really driven. */
final class Multiplied {

    private Multiplied() {}

    /** @throws IllegalStateException when inbox and engine differ, or a copy cannot be read */
    static void mustBeWhole(Application application) {
        require(application, "admin", "/api/tasks/projection", "/size", "0");
        String copy = application
                .jdbc()
                .sql("select id from tandem.case_file where kind = 'selection' order by id desc limit 1")
                .query(String.class)
                .single();
        require(application, "observer", "/api/cases/" + copy, "/file/id", copy);
    }

    private static void require(Application application, String who, String path, String field, String expected) {
        JsonNode answer = new TestRestTemplate(who, "tandem")
                .getForObject("http://localhost:" + application.port() + path, JsonNode.class);
        if (answer == null || !answer.at(field).asText().equals(expected)) {
            throw new IllegalStateException(path + " should say " + field + " " + expected + ": " + answer);
        }
    }
}
