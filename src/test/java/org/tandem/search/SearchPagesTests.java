package org.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tandem.Caller;
import org.tandem.TandemTest;
import org.tandem.Visitor;

/** Does the page help whoever looks for something, without script too? */
@TandemTest({"tandem.demo=true", "tandem.test.database=search"})
class SearchPagesTests {

    private static final int BUDGET = 40 * 1024;

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void signIn() {
        visitor = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        Caller.of(http, "fp.undp.a3").nominate("LAO", "A3");
    }

    @Test
    void everyPageHasTheBoxAndTheKey() {
        assertThat(visitor.get("/countries").body())
                .contains("role=\"search\" method=\"get\"", "action=\"/search\"", "data-key=\"/\"");
    }

    @Test
    void saysWhatCanBeFoundBeforeAnythingIsTyped() {
        assertThat(page("/search"))
                .contains("What you can find here", "Countries", "Functions", "/search?q=viet%20nam%20a3");
        assertThat(page("/search?q=%27%26%7C%21")).contains("What you can find here");
    }

    @Test
    void marksTheWordsAndLeadsToWhatWasFound() {
        String page = page("/search?q=lao+soc");

        assertThat(page)
                .contains("href=\"/cases/FFA-LAO-A3\"", "<mark>Lao</mark>", "<mark>Social</mark>", "Selection case");
        assertThat(page("/search?q=lao&kind=country"))
                .contains("href=\"/countries/LAO\"")
                .doesNotContain("FFA-LAO-A3");
        assertThat(page.length()).isLessThan(BUDGET);
    }

    @Test
    void keepsWordsAndKindInTheAddressOfTheNextPage() {
        String page = page("/search?q=undp+co&kind=function");

        assertThat(page)
                .contains("1 to 20 of ", "rel=\"next\" href=\"/search?q=undp%20co&amp;kind=function&amp;page=2\"");
        assertThat(page.length()).isLessThan(BUDGET);
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(next.find()).isTrue();
        assertThat(page(next.group(1).replace("&amp;", "&"))).contains("21 to 40 of ", "rel=\"prev\"");
    }

    @Test
    void neverTakesWhatWasTypedForMarkup() {
        for (String q : new String[] {
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{1234*1234}}${1234*1234}"
        }) {
            String page = page("/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
            assertThat(page)
                    .doesNotContain("<script>alert", "<img", "onerror=alert(1)>\"")
                    .doesNotContain("1522756");
        }
    }

    @Test
    void helpsWhoFindsNothing() {
        assertThat(page("/search?q=zebra+crossing")).contains("Nothing found for “zebra crossing”", "Take fewer words");
        assertThat(page("/search?q=lao&kind=fund")).contains("Look in everything instead");
        assertThat(page("/search?q=lao&page=300")).contains("back to the first");
        assertThat(page("/search?q=lao&kind=nonsense")).contains("href=\"/countries/LAO\"");
        assertThat(page("/search?q=lao&lang=fr"))
                .contains("Recherche", "Pays en sélection", "<mark>lao</mark>")
                .doesNotContain("??");
        page("/search?lang=en");
    }

    @Test
    void asksForLessWhenTooMuchWasTyped() {
        HttpResponse<String> answer = visitor.get("/search?q=" + "word+".repeat(300));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("200 are enough", "id=\"q-error\"");
        assertThat(visitor.get("/search?q=" + "word+".repeat(10_000)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void isForWhoIsSignedIn() {
        assertThat(new Visitor(port).get("/search?q=lao").statusCode()).isEqualTo(302);
    }

    private String page(String address) {
        HttpResponse<String> answer = visitor.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
