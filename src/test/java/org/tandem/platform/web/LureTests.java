package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which requests did a page of another site make a browser send? */
class LureTests {

    @ParameterizedTest
    @CsvSource({
        "Origin, https://tandem.example, false",
        "Origin, https://TANDEM.example:443, false",
        "Origin, https://evil.example, true",
        "Origin, https://tandem.example.evil.example, true",
        "Origin, http://tandem.example, true",
        "Origin, https://tandem.example:8443, true",
        "Origin, null, true",
        "Origin, //tandem.example, true",
        "Origin, '', true",
        "Referer, https://tandem.example/inbox, false",
        "Referer, https://evil.example/tandem.example, true",
        "Sec-Fetch-Site, same-origin, false",
        "Sec-Fetch-Site, none, false",
        "Sec-Fetch-Site, same-site, true",
        "Sec-Fetch-Site, cross-site, true",
        "User-Agent, curl, false"
    })
    void isToldByWhatTheBrowserSays(String header, String value, boolean lured) {
        MockHttpServletRequest request = request("POST");
        request.addHeader(header, value);

        assertThat(Lure.isIn(request)).isEqualTo(lured);
    }

    @Test
    void readingHurtsNobody() {
        MockHttpServletRequest request = request("GET");
        request.addHeader("Origin", "https://evil.example");

        assertThat(Lure.isIn(request)).isFalse();
    }

    private static MockHttpServletRequest request(String method) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/inbox");
        request.setScheme("https");
        request.setServerName("tandem.example");
        request.setServerPort(443);
        return request;
    }
}
