package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Where does the browser go after sign-in? */
class ReturnAddressTests {

    private final ReturnAddress address = new ReturnAddress();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void isRememberedForThisSiteAlone() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cases/FFA-VNM-A3");
        request.setQueryString("tab=history");
        request.addHeader("Accept", "text/html");
        request.setSecure(true);

        address.saveRequest(request, response);

        Cookie cookie = response.getCookie("REDIRECT_URI");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(back(cookie)).isEqualTo("/cases/FFA-VNM-A3?tab=history");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/inbox\r\nSet-Cookie: a=b",
                "/inbox\0",
                "inbox",
                ""
            })
    void isForgottenWhenItLeadsElsewhere(String value) {
        assertThat(back(new Cookie(
                        "REDIRECT_URI", Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "a", "/inbox", "////"})
    void isForgottenWhenItCannotBeRead(String value) {
        assertThat(back(new Cookie("REDIRECT_URI", value))).isNull();
    }

    private String back(Cookie cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setCookies(cookie);
        var saved = address.getRequest(request, response);
        return saved == null ? null : saved.getRedirectUrl();
    }
}
