package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.TandemTest;

@TandemTest("tandem.demo=true")
class SelectionApiTests {

    @Autowired
    TestRestTemplate http;

    Caller undp;
    Caller ilo;

    @BeforeEach
    void callers() {
        undp = Caller.of(http, "fp.undp.a3");
        ilo = Caller.of(http, "fp.ilo.a3");
    }

    @Test
    void takesVietNamFromNominationToSelected() {
        ResponseEntity<JsonNode> opened = undp.nominate("VNM", "A3");
        assertThat(opened.getStatusCode()).as(String.valueOf(opened.getBody())).isEqualTo(HttpStatus.CREATED);
        assertThat(opened.getBody().at("/cases/0").asText()).isEqualTo("FFA-VNM-A3");
        assertThat(state("FFA-VNM-A3")).isEqualTo("PROPOSED");

        ResponseEntity<JsonNode> agreed =
                ilo.answer("selection", "FFA-VNM-A3", "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(agreed.getStatusCode()).as(String.valueOf(agreed.getBody())).isEqualTo(HttpStatus.OK);
        assertThat(state("FFA-VNM-A3")).isEqualTo("IN_VETTING");

        ResponseEntity<JsonNode> first =
                undp.as("rd.undp.rbap").vet("FFA-VNM-A3", "APPROVE", "conditions", "Keep it small");
        assertThat(first.getStatusCode()).as(String.valueOf(first.getBody())).isEqualTo(HttpStatus.OK);
        assertThat(state("FFA-VNM-A3")).isEqualTo("IN_VETTING");

        undp.as("rd.ilo.asia_pacific").vet("FFA-VNM-A3", "APPROVE", "conditions", "");
        assertThat(state("FFA-VNM-A3")).isEqualTo("VETTED");
    }

    @Test
    void givesATakenBackVoteAnotherChance() {
        undp.nominate("LAO", "A3");
        ilo.answer("selection", "FFA-LAO-A3", "agreeNomination", Map.of("decision", "AGREE"));
        Caller director = undp.as("rd.undp.rbap");
        director.vet("FFA-LAO-A3", "DECLINE", "reason", "Too early by far");
        ResponseEntity<JsonNode> back = director.delete("/api/vetting/FFA-LAO-A3/vote");
        assertThat(back.getStatusCode()).as(String.valueOf(back.getBody())).isEqualTo(HttpStatus.NO_CONTENT);
        director.vet("FFA-LAO-A3", "APPROVE", "conditions", "");
        undp.as("rd.ilo.asia_pacific").vet("FFA-LAO-A3", "APPROVE", "conditions", "");
        assertThat(state("FFA-LAO-A3")).isEqualTo("VETTED");
    }

    private String state(String caseId) {
        ResponseEntity<JsonNode> read = undp.get("/api/cases/" + caseId);
        assertThat(read.getStatusCode()).as(String.valueOf(read.getBody())).isEqualTo(HttpStatus.OK);
        return read.getBody().at("/file/state").asText();
    }
}
