package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.tandem.platform.edge.ClientLimits;
import org.tandem.platform.edge.SafetyHeaders;

/** What does everybody get when the filters themselves cannot go on? */
class RequestGateTests {

    private static final SQLException GONE = new SQLException("secret", "08001");

    private final RequestGate gate = new RequestGate(
            Binder.get(new MockEnvironment()).bindOrCreate("tandem.web", ClientLimits.class),
            new PlainPage(new Messages(), new Languages(false)));

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/inbox");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @EnumSource(
            value = DispatcherType.class,
            names = {"REQUEST", "ERROR"})
    void theSessionThatCannotBeReadEndsInAPageThatComesBackByItself(DispatcherType type) throws Exception {
        request.setDispatcherType(type);
        response.getWriter().write("half a page");

        pass(new CannotGetJdbcConnectionException("session", GONE));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getHeaderNames()).containsAll(SafetyHeaders.ALL.keySet());
        assertThat(response.getContentAsString())
                .contains("The database does not answer", "http-equiv=\"refresh\"")
                .doesNotContain("secret", "half a page", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/inbox", "/actuator/metrics", "/v3/api-docs"})
    void machinesGetItAsADocument(String path) throws Exception {
        request.setRequestURI(path);
        request.addPreferredLocale(Locale.FRENCH);
        request.addHeader("Accept-Language", "fr");

        pass(new ServletException(new InternalAuthenticationServiceException("sign-in", GONE)));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"code\":\"platform.problem.503\"", "La base de données ne répond pas", path);
    }

    @Test
    void whatWasTypedIsGivenBack() throws Exception {
        request.setMethod("POST");
        request.setParameter("reason", "A reason <b>written</b> with care");
        request.setParameter("password", "correct horse battery staple");

        pass(new IllegalStateException(new SQLException("secret", "53100")));

        assertThat(response.getContentAsString())
                .contains("The database has no room left", "A reason &lt;b&gt;written&lt;/b&gt; with care")
                .doesNotContain("refresh", "correct horse");
    }

    @Test
    void nobodyIsToldThatNothingWasSavedWhenThatIsNotKnown() throws Exception {
        request.setMethod("POST");

        pass(new CannotGetJdbcConnectionException("commit", GONE));

        assertThat(response.getContentAsString()).contains("Whether this was still saved is not known");
    }

    @Test
    void aFaultOfOursIsLeftToOthers() {
        assertThatThrownBy(() -> pass(new IllegalStateException("fault"))).hasMessage("fault");
    }

    @Test
    void anAnswerThatHasBegunIsNotContinuedWithAnother() {
        response.setCommitted(true);

        assertThatThrownBy(() -> pass(new CannotGetJdbcConnectionException("session", GONE)))
                .hasRootCause(GONE);
    }

    private void pass(Exception failure) throws Exception {
        FilterChain chain = (same, answer) -> {
            if (failure instanceof ServletException servlet) {
                throw servlet;
            }
            throw (RuntimeException) failure;
        };
        gate.doFilter(request, response, chain);
    }
}
