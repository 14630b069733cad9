package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tandem.TandemTest;
import org.tandem.Visitor;

@TandemTest
class OidcModuleTests {

    private static final FakeProvider PROVIDER = new FakeProvider();

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @DynamicPropertySource
    static void register(DynamicPropertyRegistry properties) {
        String registration = "spring.security.oauth2.client.registration.house.";
        properties.add(registration + "client-id", () -> FakeProvider.CLIENT);
        properties.add(registration + "client-secret", () -> "secret");
        properties.add(registration + "client-name", () -> "Sign-in of the house");
        properties.add(registration + "authorization-grant-type", () -> "authorization_code");
        properties.add(registration + "scope", () -> "openid,email");
        properties.add(registration + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        String provider = "spring.security.oauth2.client.provider.house.";
        properties.add(provider + "authorization-uri", () -> PROVIDER.address() + "/authorize");
        properties.add(provider + "token-uri", () -> PROVIDER.address() + "/token");
        properties.add(provider + "jwk-set-uri", () -> PROVIDER.address() + "/keys");
    }

    @BeforeEach
    void giveTheAdministratorAnAddress() {
        jdbc.update("update tandem.person set email = 'Admin@example.org', active = true");
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void isOfferedOnTheSignInPage() {
        assertThat(new Visitor(port).get("/login").body())
                .contains("/oauth2/authorization/house", "Sign-in of the house");
    }

    @Test
    void signsInWhoIsOnTheRosterWithThisVerifiedAddress() {
        Visitor visitor = new Visitor(port);
        visitor.get("/profile");

        HttpResponse<String> done = signIn(visitor, Map.of("email", "admin@example.org", "email_verified", true));

        assertThat(Visitor.location(done)).startsWith("/profile");
        assertThat(visitor.get("/profile").body()).contains("Administrator");
        assertThat(jdbc.queryForList("select principal_name from tandem.spring_session", String.class))
                .contains("admin")
                .doesNotContain("somebody");
    }

    @Test
    void keepsWhatIsAskedOfTheProviderForMinutesOnly() {
        jdbc.update("delete from tandem.spring_session");
        Visitor visitor = new Visitor(port);
        visitor.get("/oauth2/authorization/house");
        assertThat(jdbc.queryForList("select max_inactive_interval from tandem.spring_session", Integer.class))
                .containsExactly(600);

        signIn(visitor, Map.of("email", "admin@example.org", "email_verified", true));
        assertThat(jdbc.queryForList("select max_inactive_interval from tandem.spring_session", Integer.class))
                .containsExactly(8 * 60 * 60);
    }

    @Test
    void refusesWhoeverElseTheProviderKnows() {
        refuses(Map.of("email", "stranger@example.org", "email_verified", true));
        refuses(Map.of("email", "admin@example.org", "email_verified", false));
        refuses(Map.of("email", "admin@example.org"));
        refuses(Map.of("preferred_username", "admin"));
        jdbc.update("update tandem.person set active = false");
        refuses(Map.of("email", "admin@example.org", "email_verified", true));
    }

    private void refuses(Map<String, Object> claims) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> refused = signIn(visitor, claims);
        assertThat(Visitor.location(refused)).isEqualTo("/login?unknown");
        assertThat(visitor.follow(refused).statusCode()).isEqualTo(200);
        assertThat(Visitor.location(visitor.get("/profile"))).isEqualTo("/login");
    }

    @Test
    void refusesAnAnswerNobodyAskedFor() {
        assertThat(Visitor.location(new Visitor(port).get("/login/oauth2/code/house?code=c&state=forged")))
                .isEqualTo("/login?provider");
    }

    /** What the browser does between the two: the provider's own page is skipped. */
    private static HttpResponse<String> signIn(Visitor visitor, Map<String, Object> claims) {
        URI there = URI.create(visitor.get("/oauth2/authorization/house")
                .headers()
                .firstValue("Location")
                .orElseThrow());
        Map<String, String> asked = Arrays.stream(there.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        PROVIDER.vouchFor(asked.get("nonce"), claims);
        String state = java.net.URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        return visitor.get("/login/oauth2/code/house?code=c&state=" + state);
    }
}
