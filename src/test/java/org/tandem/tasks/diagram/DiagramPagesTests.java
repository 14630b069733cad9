package org.tandem.tasks.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.TandemTest;

@TandemTest("tandem.demo=true")
class DiagramPagesTests {

    @Autowired
    TestRestTemplate http;

    @Test
    void tellsWhereTheCaseIsInWordsAndMarks() {
        Caller undp = Caller.of(http, "fp.undp.a6");
        undp.nominate("COK", "A6");

        assertThat(page("fp.undp.a6", "/cases/FFA-COK-A6/diagram").getBody())
                .contains("data-node=\"agreeNomination\" data-status=\"NOW\"")
                .contains("data-node=\"countryNominated\" data-status=\"DONE\"")
                .contains("ILO focal points of area 6")
                .contains("Did every party agree? yes");
        assertThat(page("fp.undp.a6", "/cases/FFA-COK-A6/diagram?process=vetting")
                        .getBody())
                .contains("The case has not come here yet.");

        undp.as("fp.ilo.a6").answer("selection", "FFA-COK-A6", "agreeNomination", Map.of("decision", "AGREE"));
        undp.as("rd.undp.rbap").vet("FFA-COK-A6", "APPROVE", "conditions", "Only with the banks");

        assertThat(page("rd.ilo.asia_pacific", "/cases/FFA-COK-A6/diagram").getBody())
                .contains("data-node=\"vetCountry\" data-status=\"NOW\"")
                .contains("data-node=\"openVetting\" data-status=\"DONE\"")
                .doesNotContain("Only with the banks");
        assertThat(page("observer", "/cases/FFA-COK-A6/diagram?process=selection")
                        .getBody())
                .contains("data-node=\"vetNominatedCountry\" data-status=\"NOW\"")
                .contains("/cases/FFA-COK-A6/diagram?process=vetting");
        assertThat(page("observer", "/cases/FFA-COK-A6/diagram?lang=fr").getBody())
                .contains("<h1>Avancement</h1>", "<b>Pays approuvé ou rejeté</b>")
                .doesNotContain("??");
    }

    @Test
    void givesTheDiagramToReadersOfTheCaseOnly() {
        Caller.of(http, "fp.undp.a6").nominate("NIU", "A6");
        ResponseEntity<String> xml = page("observer", "/cases/FFA-NIU-A6/diagram/vetting.bpmn");

        assertThat(xml.getBody()).contains("<bpmn:process id=\"vetting\"");
        assertThat(xml.getHeaders().getContentType())
                .satisfies(type -> assertThat(type.isCompatibleWith(MediaType.APPLICATION_XML))
                        .isTrue());
        assertThat(page("fp.unhcr.g1", "/cases/FFA-NIU-A6/diagram/vetting.bpmn").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page("fp.unhcr.g1", "/cases/FFA-NIU-A6/diagram").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page("observer", "/cases/FFA-NIU-A6/diagram/selectionWithdrawal.bpmn")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page("observer", "/cases/FFA-NIU-A6/diagram?process=nonsense")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private ResponseEntity<String> page(String who, String path) {
        return http.withBasicAuth(who, "tandem").getForEntity(path, String.class);
    }
}
