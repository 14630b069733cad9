package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tandem.platform.CurrentPerson;

class ChosenLanguageTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");

    @Test
    void isEnglishWhenNobodyAsks() {
        assertThat(chosen(false)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void isTheBrowsersWhenThereIsOne() {
        request.addHeader("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5");

        assertThat(chosen(false)).isEqualTo(Locale.FRENCH);
    }

    @Test
    void isTheCookiesBeforeTheBrowsers() {
        request.addHeader("Accept-Language", "fr");
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "en"));

        assertThat(chosen(false)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void isTheOneAskedForBeforeAllOthers() {
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "en"));
        request.setQueryString("lang=fr");
        request.setParameter("lang", "fr");

        assertThat(chosen(false)).isEqualTo(Locale.FRENCH);
    }

    @Test
    void ignoresLanguagesThereAreNot() {
        request.setQueryString("lang=<script>");
        request.setParameter("lang", "<script>");
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "tlh"));

        assertThat(chosen(false)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void offersThePseudoLanguagesToTestersOnly() {
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "en-XA"));

        assertThat(chosen(false)).isEqualTo(Locale.ENGLISH);
        assertThat(chosen(true)).isEqualTo(Languages.ACCENTED);
    }

    @Test
    void remembersWhatWasAskedFor() {
        request.setQueryString("lang=fr");
        request.setParameter("lang", "fr");
        MockHttpServletResponse response = new MockHttpServletResponse();

        resolver(false).remember(request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("tandem-language=fr; Path=/;")
                .contains("HttpOnly", "SameSite=Lax");
    }

    private Locale chosen(boolean pseudoLocales) {
        return resolver(pseudoLocales).resolveLocale(request);
    }

    private static ChosenLanguage resolver(boolean pseudoLocales) {
        Reader nobody = new Reader(new DefaultListableBeanFactory().getBeanProvider(CurrentPerson.class));
        return new ChosenLanguage(new Languages(pseudoLocales), nobody);
    }
}
