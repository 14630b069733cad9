package org.tandem.countries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;

/** Does the page of a country lead on to what one may do and read there? */
@TandemTest({"tandem.demo=true", "tandem.test.database=search"})
class CountryPageTests {

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @BeforeEach
    void nominate() {
        Caller.of(http, "fp.undp.a3").nominate("NPL", "A3");
    }

    @Test
    void leadsToANominationWithTheCountryInIt() {
        String page = page("fp.undp.a3", "/countries/npl");

        assertThat(page)
                .contains("Nominate this country", "href=\"/selection/nominate?framework=FFA&amp;country=NPL\"");
        assertThat(page("fp.undp.a3", "/selection/nominate?framework=FFA&country=NPL"))
                .contains("value=\"Nepal\"");
    }

    @Test
    void offersANominationOnlyToThoseWhoMayNominate() {
        assertThat(page("observer", "/countries/NPL")).doesNotContain("Nominate this country");
        assertThat(page("co.ilo.npl", "/countries/NPL")).contains("Nominate this country");
        assertThat(page("co.ilo.npl", "/countries/KEN")).doesNotContain("/selection/nominate?framework=FFA");
    }

    @Test
    void listsTheCasesTheReaderMayRead() {
        assertThat(page("observer", "/countries/NPL"))
                .contains("Cases of this country", "href=\"/cases/FFA-NPL-A3\"", "Proposed");
        assertThat(page("fp.unhcr.g1", "/countries/NPL"))
                .contains("There is no case of this country that you can see")
                .doesNotContain("FFA-NPL");
    }

    private String page(String who, String address) {
        HttpResponse<String> answer = Visitor.signedIn(port, who, "tandem").get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
