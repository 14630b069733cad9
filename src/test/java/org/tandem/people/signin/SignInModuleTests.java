package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tandem.MovableClock;
import org.tandem.TandemTest;
import org.tandem.Visitor;

// A database of its own: what other tests nominate or flash would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=sign-in"})
class SignInModuleTests {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate machine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void forgetFailures() {
        clock.reset();
        jdbc.update("delete from tandem.sign_in_throttle");
    }

    @Test
    void sendsStrangersToTheSignInPageAndBackToWhereTheyWereGoing() {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> refused = visitor.get("/profile?from=mail");
        assertThat(Visitor.location(refused)).isEqualTo("/login");
        assertThat(visitor.get("/login").body()).contains("fp.undp.a3", "rd.ilo.africa", "name=\"password\"");

        HttpResponse<String> done = visitor.post("/login", "username", "fp.undp.a3", "password", "tandem");

        assertThat(Visitor.location(done)).startsWith("/profile?from=mail");
        assertThat(visitor.get("/profile").body()).contains("UNDP focal point of area 3");
        assertThat(Visitor.location(visitor.get("/login"))).isEqualTo("/inbox");
    }

    @Test
    void goesToTheInboxOtherwise() {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        assertThat(Visitor.location(visitor.post("/login", "username", "observer", "password", "tandem")))
                .isEqualTo("/inbox");
    }

    @Test
    void knowsAPersonByTheMainNameWhicheverWasTyped() {
        Visitor visitor = Visitor.signedIn(port, "FP.UNDP.A3.2", "tandem");

        assertThat(visitor.get("/profile").body()).contains("UNDP coordinator", "fp.undp.a1.4");
        assertThat(jdbc.queryForList("select distinct principal_name from tandem.spring_session", String.class))
                .contains("coord.undp")
                .doesNotContain("fp.undp.a3.2");
    }

    @Test
    void keepsNothingInTheSessionButTexts() {
        Visitor.signedIn(port, "coord.ilo", "tandem").get("/profile");

        assertThat(jdbc.queryForList("""
                        select distinct a.attribute_name from tandem.spring_session_attributes a
                          join tandem.spring_session s on s.primary_id = a.session_primary_id
                         where s.principal_name = 'coord.ilo'
                        """, String.class)).isSubsetOf("csrf", SESSION_NAME);
    }

    private static final String SESSION_NAME =
            "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME";

    @Test
    void signsOutForGood() {
        Visitor visitor = Visitor.signedIn(port, "team.ilo", "tandem");
        visitor.get("/profile");

        assertThat(Visitor.location(visitor.post("/logout"))).isEqualTo("/login?signedOut");

        assertThat(Visitor.location(visitor.get("/profile"))).isEqualTo("/login");
        HttpResponse<String> stale = visitor.post("/profile", "version", "0", "language", "fr", "zone", "UTC");
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("This page was opened before you signed in or out");
    }

    @Test
    void throttlesGuessingWhetherTheNameExistsOrNot() {
        for (String name : new String[] {"team.undp", "nobody.at.all"}) {
            Visitor visitor = new Visitor(port);
            visitor.get("/login");
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> wrong = visitor.post("/login", "username", name, "password", "guess" + i);
                assertThat(Visitor.location(wrong)).isEqualTo("/login?error");
                visitor.get("/login?error");
            }
            HttpResponse<String> blocked = visitor.post("/login", "username", name, "password", "tandem");
            assertThat(Visitor.location(blocked)).startsWith("/login?blocked=");
            assertThat(visitor.follow(blocked).body()).contains("minute");
        }
        ResponseEntity<Map<String, Object>> machineToo = api("team.undp", "tandem", HttpMethod.GET, null);
        assertThat(machineToo.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(machineToo.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();

        clock.advance(Duration.ofSeconds(31));
        assertThat(api("team.undp", "tandem", HttpMethod.GET, null).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void throttlesAnAddressThatTriesManyNames() {
        for (int i = 0; i < 50; i++) {
            api("name" + i, "wrong", HttpMethod.GET, null);
        }
        assertThat(api("rd.ilo.africa", "tandem", HttpMethod.GET, null).getStatusCode())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void keepsNoNameAndNoAddressInClear() {
        api("my secret password", "wrong", HttpMethod.GET, null);

        assertThat(jdbc.queryForList("select subject from tandem.sign_in_throttle", String.class))
                .allMatch(subject -> subject.matches("(name|address):[0-9a-f]{64}"));
    }

    @Test
    void asksMachinesForBasicInAProblemDocument() {
        ResponseEntity<Map<String, Object>> nobody = api(null, null, HttpMethod.GET, null);

        assertThat(nobody.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(nobody.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
        assertThat(MediaType.APPLICATION_PROBLEM_JSON.includes(
                        nobody.getHeaders().getContentType()))
                .isTrue();
        assertThat(nobody.getBody()).containsEntry("status", 401).containsKey("detail");
        assertThat(api("bad\0name", "x", HttpMethod.GET, null).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void givesMachinesNoSession() {
        ResponseEntity<Map<String, Object>> answer = api("observer", "tandem", HttpMethod.GET, null);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void letsNoOtherSiteUseAPasswordTheBrowserRemembers() {
        assertThat(api("observer", "tandem", HttpMethod.PUT, "cross-site").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(api("observer", "tandem", HttpMethod.PUT, null).getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void showsOperationsToAdministratorsOnly() {
        assertThat(status("/actuator/info", "observer")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(status("/actuator/info", "admin")).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/health", null)).isEqualTo(HttpStatus.OK);
        assertThat(status("/actuator/metrics", null)).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void sendsSafeHeaders() {
        HttpHeaders headers = machine.getForEntity("/login", String.class).getHeaders();

        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()");
        assertThat(headers.getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }

    private HttpStatus status(String path, String name) {
        TestRestTemplate client = name == null ? machine : machine.withBasicAuth(name, "tandem");
        return HttpStatus.valueOf(
                client.getForEntity(path, String.class).getStatusCode().value());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> api(String name, String password, HttpMethod method, String from) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (name != null) {
            headers.setBasicAuth(name, password);
        }
        if (from != null) {
            headers.set("Sec-Fetch-Site", from);
        }
        String body = method == HttpMethod.PUT ? "{}" : null;
        return (ResponseEntity) machine.exchange("/api/profile", method, new HttpEntity<>(body, headers), Map.class);
    }
}
