package org.tandem.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tandem.TandemTest;
import org.tandem.Visitor;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;

@TandemTest("tandem.demo=true")
class PeopleModuleTests {

    private static final Pattern ONE_TIME = Pattern.compile("id=\"one-time-password\">([^<]+)<");

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate machine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SignedInPersons persons;

    @Autowired
    ManagePeople manage;

    @Autowired
    Directory directory;

    @Autowired
    Roster roster;

    @Autowired
    ConfigurableApplicationContext context;

    Visitor admin;
    String name;

    @BeforeEach
    void signIn() {
        jdbc.update("delete from tandem.sign_in_throttle");
        admin = Visitor.signedIn(port, "admin", "tandem");
        name = "tester." + UUID.randomUUID().toString().substring(0, 8);
    }

    /** What the person was granted counts nowhere afterwards: other tests count who holds what. */
    @AfterEach
    void leave() {
        jdbc.update(
                "update tandem.person set active = false"
                        + " where id in (select person_id from tandem.sign_in_name where name = ?)",
                name);
    }

    /** Stands for a module whose claimed task rested on a mandate of this person. */
    private ApplicationListener<ApplicationEvent> somethingRestsOn(PersonId id) {
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof RosterChanged changed
                    && changed.personId().equals(id.value())) {
                changed.consequences().add(Message.of("people.role.observer"));
            }
        };
        context.addApplicationListener(listener);
        return listener;
    }

    private SignedIn administrator() {
        return persons.bySignInName("admin");
    }

    private PersonId added() {
        return manage.create
                .create(administrator(), name, new PersonDetails("Tester " + name, null))
                .person();
    }

    private long versionOf(PersonId id) {
        return directory.card(id).version();
    }

    private MandatePattern grant(PersonId id, String role, String agency, String scope) {
        return manage.grant.grant(administrator(), id, versionOf(id), new WantedMandate(role, agency, scope), "");
    }

    @Test
    void callsByTheirFunctionInFrenchWhoAreCalledByOne() {
        assertThat(Visitor.signedIn(port, "coord.undp", "tandem")
                        .get("/inbox?lang=fr")
                        .body())
                .contains("<span class=\"who\">Coordonnateur PNUD</span>")
                .doesNotContain("UNDP coordinator");
        assertThat(Visitor.signedIn(port, "fp.ilo.a3", "tandem")
                        .get("/profile?lang=fr")
                        .body())
                .contains("Point focal OIT, domaine 3")
                .doesNotContain("ILO focal point");
        assertThat(admin.get("/people?q=fp.ilo.a3&lang=fr").body()).contains("Point focal OIT, domaine 3");
    }

    @Test
    void sortsNamesAsTheLanguageDoes() {
        List<String> names = List.of("Zoé", "Élise");
        MandatePattern pattern = MandatePattern.parse("focal-point:ILO:FFA-A5");
        List<PersonName> before = roster.holders(pattern);
        assertThat(before).hasSameSizeAs(names);
        for (int i = 0; i < names.size(); i++) {
            rename(before.get(i), names.get(i));
        }

        assertThat(roster.holders(pattern)).extracting(PersonName::displayName).containsExactly("Élise", "Zoé");
        assertThat(roster.contacts(List.of(pattern)).get(pattern))
                .extracting(Contact::name)
                .containsExactly("Élise", "Zoé");

        before.forEach(person -> rename(person, person.displayName()));
    }

    private void rename(PersonName person, String called) {
        jdbc.update("update tandem.person set display_name = ? where id = ?", called, person.id());
    }

    @Test
    void addsAPersonWhoMustChangeTheOneTimePassword() {
        admin.get("/people/new");
        HttpResponse<String> issued = admin.post("/people", "signInName", name, "displayName", "Tester", "email", "");
        Matcher shown = ONE_TIME.matcher(issued.body());
        assertThat(shown.find()).isTrue();

        Visitor visitor = Visitor.signedIn(port, name, shown.group(1));
        assertThat(Visitor.location(visitor.get("/profile"))).isEqualTo("/profile/password");
        assertThat(visitor.get("/profile/password").body()).contains("Your password was issued by somebody else");
        HttpResponse<String> same =
                visitor.post("/profile/password", "present", shown.group(1), "password", "short", "repeated", "short");
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("at least 10 characters");
        HttpResponse<String> easy = visitor.post(
                "/profile/password", "present", shown.group(1), "password", "1234567890", "repeated", "1234567890");
        assertThat(easy.statusCode()).isEqualTo(422);
        assertThat(easy.body()).contains("too easy to guess");
        // Who has just signed in with it need not type it again.
        assertThat(visitor.get("/profile/password").body()).doesNotContain("name=\"present\"");
        HttpResponse<String> done =
                visitor.post("/profile/password", "password", "four words no sense", "repeated", "four words no sense");
        assertThat(Visitor.location(done)).isEqualTo("/profile");
        assertThat(visitor.get("/profile").body()).contains("Your password is changed", "You have no mandate yet");
        assertThat(Visitor.location(Visitor.signedIn(port, name, shown.group(1)).get("/profile")))
                .isEqualTo("/login");
    }

    @Test
    void grantsAMandateOnOnePage() {
        PersonId id = added();
        String page = admin.get("/people/" + id.value() + "/grant").body();
        Matcher function = Pattern.compile("<datalist id=\"functions\"><option value=\"([^\"]+)\"")
                .matcher(page);
        assertThat(function.find()).isTrue();
        String version = String.valueOf(versionOf(id));
        String address = "/people/" + id.value() + "/mandates";

        HttpResponse<String> unknown = admin.post(address, "version", version, "function", "Queen of Sheba");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("No function you may grant is called so", "Queen of Sheba");
        String wanted = function.group(1).replace("&#39;", "'").replace("&amp;", "&");
        assertThat(admin.post(address, "version", version, "function", wanted).statusCode())
                .isEqualTo(302);
        assertThat(directory.card(id).held()).hasSize(1);
    }

    @Test
    void takesTheZoneOfTheDeviceWithOnePress() {
        Visitor visitor = Visitor.signedIn(port, "observer", "tandem");
        assertThat(visitor.get("/inbox").body()).contains("data-zone-offer");
        visitor.post("/profile/zone", "zone", "Asia/Ho_Chi_Minh", "back", "/countries");
        try {
            assertThat(visitor.get("/countries").body())
                    .contains("Asia/Ho_Chi_Minh")
                    .doesNotContain("data-zone-offer");
        } finally {
            visitor.post("/profile/zone", "zone", "UTC");
        }
    }

    @Test
    void countsWrongPresentPasswordsForTheAccountAndNotForTheDoor() {
        PasswordIssue issue = manage.create.create(administrator(), name, new PersonDetails("Tester", null));
        String present = issue.password().text();
        Visitor hijacked = Visitor.signedIn(port, name, present);
        hijacked.get("/profile/password");
        for (int i = 0; i < 5; i++) {
            assertThat(change(hijacked, "guess " + i)).contains("This is not your present password");
        }
        assertThat(change(hijacked, present)).contains("Too many failed attempts");
        assertThat(Visitor.signedIn(port, name, present)
                        .get("/profile/password")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String change(Visitor visitor, String present) {
        String chosen = "four words no sense";
        return visitor.post("/profile/password", "present", present, "password", chosen, "repeated", chosen)
                .body();
    }

    @Test
    void keepsMachinesOutUntilTheOneTimePasswordIsChanged() {
        PasswordIssue issue = manage.create.create(administrator(), name, new PersonDetails("Tester", null));
        TestRestTemplate own = machine.withBasicAuth(name, issue.password().text());

        assertThat(own.getForEntity("/api/profile", Map.class).getBody())
                .containsEntry("code", "platform.security.changePasswordFirst");
        ResponseEntity<Void> changed = own.exchange(
                "/api/profile/password",
                HttpMethod.PUT,
                new HttpEntity<>(Map.of("present", issue.password().text(), "password", "four words no sense")),
                Void.class);
        assertThat(changed.getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(machine.withBasicAuth(name, "four words no sense")
                        .getForEntity("/api/profile", Map.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(own.getForEntity("/api/profile", Map.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void grantsAMandateStepByStepAndEndsItAtOnce() {
        PersonId id = added();
        assertThat(admin.get("/people/" + id + "/grant?role=technical-adviser").body())
                .contains("name=\"agency\"")
                .doesNotContain("name=\"scope\"");
        assertThat(admin.get("/people/" + id + "/grant?role=technical-adviser&agency=ILO")
                        .body())
                .contains("name=\"scope\"", "Asia and the Pacific", "FFA-A3");

        HttpResponse<String> granted = admin.post(
                "/people/" + id + "/mandates",
                "version",
                String.valueOf(versionOf(id)),
                "role",
                "technical-adviser",
                "agency",
                "ILO",
                "scope",
                "WORLD");
        assertThat(admin.follow(granted).body()).contains("ILO technical adviser");
        SignedIn holder = persons.bySignInName(name);
        assertThat(holder.holds(Role.TECHNICAL_ADVISER, "ILO", "AFRICA")).isTrue();

        UUID mandate = holder.mandates().get(0).id();
        HttpResponse<String> tooLate = admin.post(
                "/people/" + id + "/mandates/" + mandate + "/end", "version", "0", "why", "Has left for Geneva");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("Has left for Geneva");
        ApplicationListener<ApplicationEvent> listener = somethingRestsOn(id);
        HttpResponse<String> ended =
                admin.post("/people/" + id + "/mandates/" + mandate + "/end", "version", String.valueOf(versionOf(id)));
        context.removeApplicationListener(listener);

        assertThat(admin.follow(ended).body())
                .contains("What followed from it", "Observer", "has ended", "mandate granted: ILO technical adviser");
        assertThat(persons.bySignInName(name).mandates()).isEmpty();
        assertThat(roster.anyoneHolds(MandatePattern.parse("technical-adviser:ILO:WORLD")))
                .isFalse();
        HttpResponse<String> twice =
                admin.post("/people/" + id + "/mandates/" + mandate + "/end", "version", String.valueOf(versionOf(id)));
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("This mandate has already ended");
    }

    @Test
    void grantsOnlyWhatTheDataKnow() {
        PersonId id = added();
        assertThat(refusal(() -> grant(id, "regional-director", "ILO", "RBA")))
                .isEqualTo("people.refused.scope.REGION");
        assertThat(refusal(() -> grant(id, "country-office", "UNDP", "XXX"))).isEqualTo("people.refused.scope.COUNTRY");
        assertThat(refusal(() -> grant(id, "focal-point", "UNHCR", "FFA-A1"))).isEqualTo("people.refused.scope.AREA");
        assertThat(refusal(() -> grant(id, "focal-point", "UNDP", "FFA-A9"))).isEqualTo("people.refused.scope.AREA");
        assertThat(refusal(() -> grant(id, "fund-clerk", "UN", "NOPE"))).isEqualTo("people.refused.scope.FUND");
        assertThat(refusal(() -> grant(id, "administrator", "UNDP", "WORLD"))).isEqualTo("people.refused.agency");
        assertThat(refusal(() -> grant(id, "king", "UNDP", "WORLD"))).isEqualTo("people.refused.role");
        grant(id, "fund-clerk", "UN", "COV00");
        assertThat(refusal(() -> grant(id, "fund-clerk", "UN", "COV00"))).isEqualTo("people.refused.alreadyHeld");
        assertThat(refusal(() -> grant(id, "committee-member", "UNDP", "COV00")))
                .isEqualTo("people.refused.agency");
        grant(id, "committee-member", "UN", "COV00");
        assertThat(roster.anyoneHolds(MandatePattern.parse("committee-member:UN:COV00")))
                .isTrue();
    }

    private static String refusal(Callable<?> action) {
        try {
            action.call();
        } catch (Refused refused) {
            return refused.words().key();
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
        return "nothing refused";
    }

    @Test
    void showsTheSecondSaverWhatTheFirstOneSaved() {
        PersonId id = added();
        String version = String.valueOf(versionOf(id));
        admin.get("/people/" + id);
        assertThat(admin.post("/people/" + id, "version", version, "displayName", "First", "email", "")
                        .statusCode())
                .isEqualTo(302);

        HttpResponse<String> second =
                admin.post("/people/" + id, "version", version, "displayName", "Second", "email", "");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("First was changed by somebody else", "Saved meanwhile: “First”", "value=\"Second\"");
        assertThat(directory.card(id).displayName()).isEqualTo("First");
    }

    @Test
    void letsOneOfTwoSaversAtTheSameTimeThrough() throws Exception {
        PersonId id = added();
        long version = versionOf(id);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> savers = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> refusal(() -> {
                        manage.describe.describe(administrator(), id, version, new PersonDetails("Saver " + i, null));
                        return "";
                    }))
                    .toList();
            int through = 0;
            for (Future<String> saver : pool.invokeAll(savers)) {
                through += saver.get().equals("nothing refused") ? 1 : 0;
            }
            assertThat(through).isEqualTo(1);
            assertThat(versionOf(id)).isEqualTo(version + 1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void keepsTheLastAdministrator() {
        SignedIn last = administrator();
        PersonId id = new PersonId(last.personId());
        UUID mandate = last.mandates().get(0).id();

        assertThat(refusal(() -> manage.end(last, id, versionOf(id), mandate, "")))
                .isEqualTo("people.refused.lastAdministrator");
        assertThat(refusal(() -> manage.deactivate(last, id, versionOf(id))))
                .isEqualTo("people.refused.lastAdministrator");
        admin.get("/people/" + id);
        HttpResponse<String> refused =
                admin.post("/people/" + id + "/deactivate", "version", String.valueOf(versionOf(id)));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("This is the last administrator");
        assertThat(administrator().isAdministrator()).isTrue();
    }

    @Test
    void putsOutADeactivatedPersonAtOnce() {
        PersonId id = added();
        grant(id, "administrator", "-", "WORLD");
        String password = manage.resetPassword
                .reset(administrator(), id, versionOf(id))
                .password()
                .text();
        Visitor second = Visitor.signedIn(port, name, password);
        assertThat(second.get("/profile/password").statusCode()).isEqualTo(200);
        manage.deactivate.deactivate(administrator(), id, versionOf(id));

        assertThat(Visitor.location(second.get("/profile/password"))).isEqualTo("/login");
        assertThat(Visitor.location(Visitor.signedIn(port, name, password).get("/profile")))
                .isEqualTo("/login");
        assertThat(roster.person(id.value())).isPresent();
        assertThat(admin.get("/people?state=inactive&q=" + name).body()).contains("deactivated", name);

        manage.reactivate.reactivate(administrator(), id, versionOf(id));
        assertThat(persons.bySignInName(name).isAdministrator()).isTrue();
        manage.deactivate.deactivate(administrator(), id, versionOf(id));
    }

    @Test
    void isForAdministratorsAndCoordinatorsOnly() {
        Visitor other = Visitor.signedIn(port, "fp.undp.a3", "tandem");
        HttpResponse<String> refused = other.get("/people");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only administrators, and coordinators");
        assertThat(other.get("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(403);
        ResponseEntity<Map<String, Object>> api = api("fp.undp.a3", HttpMethod.GET, "/api/people", null);
        assertThat(api.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(api.getBody()).containsEntry("code", "people.refused.coordinatorsOnly");
    }

    @Test
    void answersForgedIdsWithNotFound() {
        PersonId id = added();
        for (String forged : List.of(UUID.randomUUID().toString(), "nobody", "1")) {
            assertThat(admin.get("/people/" + forged).statusCode()).isEqualTo(404);
            assertThat(admin.get("/people/" + forged + "/grant").statusCode()).isEqualTo(404);
            assertThat(admin.post("/people/" + forged + "/deactivate", "version", "0")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(admin.post("/people/" + id + "/mandates/" + forged + "/end", "version", "1")
                            .statusCode())
                    .isIn(404, 409);
            assertThat(api("admin", HttpMethod.GET, "/api/people/" + forged, null)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void listsSearchesAndPages() {
        String first = admin.get("/people").body();
        assertThat(first).contains("1 to 25 of", "rel=\"next\"");
        assertThat(admin.get("/people?page=2").body()).contains("26 to 50 of", "rel=\"prev\"");
        assertThat(admin.get("/people?role=regional-director&agency=ILO").body())
                .contains("1 to 5 of 5", "ILO Regional Director for Africa");
        assertThat(admin.get("/people?q=fp.undp.a3.2").body()).contains("UNDP coordinator");
        assertThat(admin.get("/people?q=%25_%5C").body()).contains("Nobody matches");
        assertThat(admin.get("/people?page=999999999").statusCode()).isEqualTo(200);
    }

    @Test
    void doesTheSameOverTheApi() {
        ResponseEntity<Map<String, Object>> created = api(
                "admin",
                HttpMethod.POST,
                "/api/people",
                Map.of("signInName", name, "displayName", "By machine", "email", name + "@example.org"));
        assertThat(created.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(created.getBody()).containsKey("oneTimePassword");
        String path = created.getHeaders().getFirst(HttpHeaders.LOCATION);

        assertThat(api("admin", HttpMethod.POST, "/api/people", Map.of("signInName", name, "displayName", "x"))
                        .getBody())
                .containsEntry("code", "people.refused.nameTaken")
                .containsEntry("field", "signInName");
        Map<String, Object> shown = api(
                        "admin",
                        HttpMethod.POST,
                        path + "/mandates",
                        Map.of("version", version(path), "role", "observer", "agency", "-", "scope", "WORLD"))
                .getBody();
        String mandate =
                ((Map<?, ?>) ((List<?>) shown.get("mandates")).get(0)).get("id").toString();
        assertThat(api("admin", HttpMethod.DELETE, path + "/mandates/" + mandate, null)
                        .getBody())
                .containsEntry("code", "people.refused.version");
        ResponseEntity<Map<String, Object>> ended =
                api("admin", HttpMethod.DELETE, path + "/mandates/" + mandate + "?version=" + version(path), null);
        assertThat(ended.getBody()).containsKey("consequences");
        assertThat(api("admin", HttpMethod.PUT, path, Map.of("version", 0, "displayName", "Late"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(api("admin", HttpMethod.POST, path + "/deactivate", Map.of("version", version(path)))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(machine.withBasicAuth("admin", "tandem").getForObject(path + "/changes", List.class))
                .hasSize(4);
    }

    @Test
    void tellsMachinesWhatCanBeGranted() {
        assertThat(machine.withBasicAuth("admin", "tandem")
                        .getForObject("/api/people/mandate-choices?role=regional-director&agency=ILO", List.class))
                .hasSizeGreaterThan(200);
    }

    private Object version(String path) {
        return api("admin", HttpMethod.GET, path, null).getBody().get("version");
    }

    @Test
    void keepsLanguageAndZone() {
        PersonId id = added();
        String password = manage.resetPassword
                .reset(administrator(), id, versionOf(id))
                .password()
                .text();
        Visitor visitor = Visitor.signedIn(port, name, password);
        visitor.get("/profile/password");
        visitor.post(
                "/profile/password", "present", password, "password", "mots sans suite", "repeated", "mots sans suite");
        visitor.get("/profile");
        HttpResponse<String> wrong = visitor.post(
                "/profile", "version", String.valueOf(versionOf(id)), "language", "fr", "zone", "Atlantis");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose a time zone from the list", "value=\"Atlantis\"");
        visitor.post(
                "/profile", "version", String.valueOf(versionOf(id)), "language", "fr", "zone", "Asia/Ho_Chi_Minh");

        assertThat(visitor.get("/profile").body()).contains("Vos mandats", "Votre profil est enregistré");
        assertThat(persons.bySignInName(name).zone().getId()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(visitor.post("/profile", "version", "0", "language", "en", "zone", "UTC")
                        .statusCode())
                .isEqualTo(409);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> api(String who, HttpMethod method, String path, Object body) {
        return (ResponseEntity) machine.withBasicAuth(who, "tandem")
                .exchange(path, method, body == null ? null : new HttpEntity<>(body), Map.class);
    }
}
