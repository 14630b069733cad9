package org.tandem.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tandem.MovableClock;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.platform.SignInBlocked;

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

    @Autowired
    SignInThrottle throttle;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    BrowsersOfPersons browsers;

    @Autowired
    Sessions sessions;

    /** Pauses are compared to the second: time passes only where a test says so. */
    @BeforeEach
    void stopTime() {
        clock.stopAt(Instant.now());
    }

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
        HttpHeaders lured = new HttpHeaders();
        lured.setBasicAuth("nobody", "guessed");
        lured.add("Sec-Fetch-Site", "cross-site");
        machine.exchange("/api/inbox/seen", HttpMethod.POST, new HttpEntity<>(lured), String.class);
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
        assertThat(stale.body()).contains("Not sent yet");
    }

    @Test
    void pausesWhoGuessesWhetherTheNameExistsOrNot() {
        for (String name : new String[] {"team.undp", "nobody.at.all"}) {
            Visitor visitor = new Visitor(port);
            visitor.get("/login");
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> wrong = visitor.post("/login", "username", name, "password", "guess" + i);
                assertThat(Visitor.location(wrong)).isEqualTo("/login?error");
                visitor.get("/login?error");
            }
            HttpResponse<String> blocked = visitor.post("/login", "username", name, "password", "tandem");
            assertThat(Visitor.location(blocked)).isEqualTo("/login?blocked=60");
            HttpResponse<String> page = visitor.follow(blocked);
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(page.body()).contains("Try again in one minute");
        }
        ResponseEntity<Map<String, Object>> machineToo = api("team.undp", "tandem", HttpMethod.GET, null);
        assertThat(machineToo.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(machineToo.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");

        clock.advance(Duration.ofSeconds(61));
        assertThat(api("team.undp", "tandem", HttpMethod.GET, null).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void keepsNobodyOutByGuessesFromElsewhere() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("203.0.113.1", "rd.ilo.africa", "wrong")).isEqualTo("wrong");
        }
        assertThat(guess("203.0.113.1", "rd.ilo.africa", "tandem")).isEqualTo("pause of 60 s");

        assertThat(guess("203.0.113.2", "rd.ilo.africa", "wrong")).isEqualTo("wrong");
        assertThat(guess("203.0.113.2", "rd.ilo.africa", "tandem")).isEqualTo("rd.ilo.africa");
        assertThat(guess("203.0.113.1", "rd.undp.rba", "tandem")).isEqualTo("rd.undp.rba");
    }

    @Test
    void countsAnAccountUnderAllItsNamesAndWhateverIsCopiedWithThem() {
        for (String name :
                List.of("coord.undp", "fp.undp.a3.2", " COORD.UNDP\u200b", "\ufefffp.undp.a1.4", "coord.undp")) {
            assertThat(guess("203.0.113.3", name, "wrong")).isEqualTo("wrong");
        }
        assertThat(guess("203.0.113.3", "fp.undp.a3.2", "tandem")).isEqualTo("pause of 60 s");
        assertThat(guess("203.0.113.4", "\u00a0fp.undp.a3.2\u200b", "tandem\n")).isEqualTo("coord.undp");
    }

    @Test
    void startsAfreshAfterEachPauseAndPausesLongerUntilAllIsQuiet() {
        Guess guess = Guess.from("203.0.113.5", "observer");
        for (long seconds : new long[] {60, 120, 240, 480, 900, 900}) {
            for (int i = 0; i < 5; i++) {
                assertThat(pause(guess)).isZero();
                throttle.failed(guess);
            }
            throttle.failed(guess); // sent before the pause, counted by nobody
            assertThat(pause(guess)).isEqualTo(seconds);
            clock.advance(Duration.ofSeconds(seconds + 1));
        }
        clock.advance(ThrottlePolicy.LONGEST);
        for (int i = 0; i < 5; i++) {
            throttle.failed(guess);
        }
        assertThat(pause(guess)).isEqualTo(60);
    }

    @Test
    void pausesAnAddressThatTriesManyNamesButNoBrowserThatIsKnown() {
        for (int i = 0; i < 100; i++) {
            assertThat(pause(Guess.from("203.0.113.6", "name" + i))).isZero();
            throttle.failed(Guess.from("203.0.113.6", "name" + i));
        }
        assertThat(pause(Guess.from("203.0.113.6", "rd.ilo.africa"))).isEqualTo(60);
        assertThat(pause(Guess.from("203.0.113.7", "rd.ilo.africa"))).isZero();
        assertThat(pause(Guess.fromKnownBrowser("token", "rd.ilo.africa"))).isZero();
    }

    @Test
    void leavesFewerTriesToEachAddressWhileManyGuessAtOneAccount() {
        for (int i = 1; i <= 60; i++) {
            throttle.failed(Guess.from("198.51.100." + i, "team.ilo"));
        }
        Guess another = Guess.from("198.51.100.99", "team.ilo");
        throttle.failed(another);
        assertThat(pause(another)).isZero();
        throttle.failed(another);
        assertThat(pause(another)).isEqualTo(60);

        assertThat(guess("198.51.100.100", "team.ilo", "tandem")).isEqualTo("team.ilo");
    }

    @Test
    void forgetsOldFailures() {
        for (int i = 0; i < 40; i++) {
            throttle.failed(Guess.from("198.51.100." + i, "name" + i));
        }
        clock.advance(ThrottlePolicy.LONGEST.plusSeconds(1));
        for (int i = 0; i < 12; i++) {
            throttle.failed(Guess.from("203.0.113.8", "name"));
        }
        assertThat(jdbc.queryForObject("select count(*) from tandem.sign_in_throttle", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void countsAKnownBrowserByItself() {
        Visitor own = Visitor.signedIn(port, "rd.undp.rbap", "tandem");
        own.get("/profile");
        own.post("/logout");
        for (int i = 0; i < 5; i++) {
            api("rd.undp.rbap", "wrong", HttpMethod.GET, null);
        }
        assertThat(api("rd.undp.rbap", "tandem", HttpMethod.GET, null).getStatusCode())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);

        own.get("/login");
        assertThat(Visitor.location(own.post("/login", "username", "rd.undp.rbap", "password", "tandem")))
                .isEqualTo("/inbox");

        own.get("/profile");
        own.post("/logout");
        own.get("/login");
        for (int i = 0; i < 5; i++) {
            assertThat(Visitor.location(own.post("/login", "username", "rd.undp.rbap", "password", "wrong")))
                    .isEqualTo("/login?error");
        }
        assertThat(Visitor.location(own.post("/login", "username", "rd.undp.rbap", "password", "tandem")))
                .isEqualTo("/login?blocked=60");
        assertThat(guess("203.0.113.9", "rd.undp.rbap", "tandem")).isEqualTo("rd.undp.rbap");
    }

    @Test
    void knowsABrowserUntilItIsOldOrThePersonsSessionsEnd() {
        UUID person =
                jdbc.queryForObject("select person_id from tandem.sign_in_name where name = 'co.ilo.vnm'", UUID.class);
        String first = browsers.remember("co.ilo.vnm", "planted by somebody");
        assertThat(first).isNotEqualTo("planted by somebody");
        assertThat(browsers.remember("co.undp.vnm", first)).isEqualTo(first);
        assertThat(browsers.knows(person, first)).isTrue();
        assertThat(browsers.knows(null, first)).isFalse();

        clock.advance(Duration.ofDays(100));
        browsers.remember("co.ilo.vnm", first);
        clock.advance(Duration.ofDays(179));
        assertThat(browsers.knows(person, first)).isTrue();
        clock.advance(Duration.ofDays(2));
        assertThat(browsers.knows(person, first)).isFalse();

        String last = "";
        for (int i = 0; i < BrowsersOfPersons.MOST + 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            last = browsers.remember("co.ilo.vnm", null);
        }
        assertThat(jdbc.queryForList(
                        "select token_digest from tandem.known_browser where person_id = ?", String.class, person))
                .hasSize(BrowsersOfPersons.MOST)
                .contains(Digest.of(last));

        sessions.endAll("co.ilo.vnm");
        assertThat(browsers.knows(person, last)).isFalse();
    }

    @Test
    void givesABrowserACookieThatNoScriptReads() {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> page = visitor.get("/login");
        assertThat(page.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .startsWith("tandem-form=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Max-Age"));
        HttpResponse<String> done = visitor.post("/login", "username", "observer", "password", "tandem");
        assertThat(done.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("tandem-browser=")
                .contains("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=15552000"));
        assertThat(Visitor.signedIn(port, "observer", "wrong")
                        .get("/login")
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void leavesNoSessionOfVisitors(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages) {
        List<String> addresses = new ArrayList<>(List.of(
                "/login?error",
                "/login?blocked=60",
                "/first-sign-in?token=x",
                "/actuator/health/liveness",
                "/css/x.css",
                "/favicon.ico",
                "/nowhere",
                "/api/nowhere",
                "/v3/api-docs",
                "/logout",
                "/oauth2/authorization/x",
                "/login/oauth2/code/x",
                "/login;x",
                "/%00",
                "/profile?lang=fr"));
        pages.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^/]*}|\\*+", "x"))
                .forEach(addresses::add);
        int before = sessionRows();
        HttpHeaders junk = new HttpHeaders();
        junk.add(HttpHeaders.COOKIE, "SESSION=anVuaw==; tandem-form=junk; tandem-browser=junk");
        for (String address : addresses) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)) {
                machine.exchange(
                        URI.create(machine.getRootUri() + address), method, new HttpEntity<>(junk), String.class);
            }
        }
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        visitor.post("/login", "username", "observer", "password", "wrong");
        visitor.post("/language", "language", "fr");
        visitor.post("/logout");
        visitor.post("/profile");
        assertThat(addresses).hasSizeGreaterThan(100);
        assertThat(sessionRows()).isEqualTo(before);
    }

    @Test
    void letsTwoTabsAndOldPagesSignInAndOut() {
        Visitor browser = new Visitor(port);
        browser.get("/login");
        assertThat(Visitor.location(browser.post("/login", "username", "observer", "password", "tandem")))
                .isEqualTo("/inbox");
        // The other tab still shows the sign-in page of before.
        assertThat(Visitor.location(browser.post("/login", "username", "team.ilo", "password", "tandem")))
                .isEqualTo("/inbox");
        assertThat(browser.get("/profile").body()).contains("ILO");
        browser.post("/logout");
        assertThat(Visitor.location(browser.post("/logout"))).isEqualTo("/login?stale");
        browser.get("/login");
        clock.advance(Duration.ofDays(1));
        assertThat(Visitor.location(browser.post("/login", "username", "observer", "password", "tandem")))
                .isEqualTo("/inbox");

        Visitor withoutCookies = new Visitor(port);
        HttpResponse<String> stale = withoutCookies.post("/login", "username", "observer", "password", "tandem");
        assertThat(Visitor.location(stale)).isEqualTo("/login?stale");
        assertThat(withoutCookies.follow(stale).body()).contains("open for very long");
    }

    @Test
    void givesAPersonASessionAndATokenOfTheirOwn() {
        Visitor browser = new Visitor(port);
        browser.get("/login");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post("/login", "username", "observer", "password", "tandem")
                            .headers()
                            .allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("SESSION="));
        }
        assertThat(browser.post("/language", "language", "en").statusCode()).isEqualTo(403);
    }

    private int sessionRows() {
        return jdbc.queryForObject("select count(*) from tandem.spring_session", Integer.class);
    }

    /** @return how many seconds, 0 if none */
    private long pause(Guess guess) {
        try {
            throttle.check(guess);
            return 0;
        } catch (SignInBlocked blocked) {
            return blocked.waiting().plusMillis(999).toSeconds();
        }
    }

    /** @return who is signed in, or why nobody */
    private String guess(String address, String name, String password) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        try {
            return signIn.authenticate(attempt).getName();
        } catch (SignInBlocked blocked) {
            return "pause of " + blocked.waiting().plusMillis(999).toSeconds() + " s";
        } catch (BadCredentialsException wrong) {
            return "wrong";
        }
    }

    @Test
    void keepsNoNameAndNoAddressInClear() {
        api("my secret password", "wrong", HttpMethod.GET, null);

        assertThat(jdbc.queryForList("select subject from tandem.sign_in_throttle", String.class))
                .allMatch(subject -> subject.matches("(pair|address|account):[0-9a-f]{64}"));
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
                .contains("default-src 'none'", "frame-ancestors 'none'")
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
