package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;

/** Takes cases along the roads of the processes, by the API, as those whom each task is offered to. */
public class Roads {

    /** Countries that tests name themselves. */
    private static final Set<String> TAKEN = Set.of(
            "VNM", "WSM", "LAO", "SOM", "JOR", "LBN", "IRQ", "KGZ", "TJK", "UZB", "UGA", "KEN", "FIN", "EST", "NGA");

    private final TestRestTemplate http;
    private final JdbcClient jdbc;
    private final Roster roster;
    private final CaseHistory history;
    private final Countries reference;
    private final String area;
    private final Map<String, List<String>> unused;

    Roads(TestRestTemplate http, JdbcClient jdbc, Roster roster, Countries countries, CaseHistory history) {
        this(http, jdbc, roster, countries, history, "A3", new ConcurrentHashMap<>());
    }

    private Roads(
            TestRestTemplate http,
            JdbcClient jdbc,
            Roster roster,
            Countries countries,
            CaseHistory history,
            String area,
            Map<String, List<String>> unused) {
        this.http = http;
        this.jdbc = jdbc;
        this.roster = roster;
        this.history = history;
        this.reference = countries;
        this.area = area;
        this.unused = unused;
    }

    /** The same roads, for cases of another area. */
    public Roads inArea(String other) {
        return new Roads(http, jdbc, roster, reference, history, other, unused);
    }

    /** An open task as the projection has it. */
    public record Open(
            String id,
            String key,
            @Nullable String party,
            List<String> offers,
            @Nullable UUID assignee,
            Instant dueAt) {}

    public Caller as(String signInName) {
        return Caller.of(http, signInName);
    }

    /** Somebody who holds this mandate; another one when the first is not wanted. */
    public Caller holder(String group, String... notThem) {
        return holderIfAny(group, notThem).orElseThrow(() -> new AssertionError("nobody holds " + group));
    }

    public Optional<Caller> holderIfAny(String group, String... notThem) {
        Set<String> unwanted = new HashSet<>(List.of(notThem));
        return roster.holders(MandatePattern.parse(group)).stream()
                .map(PersonName::signInName)
                .filter(name -> !unwanted.contains(name))
                .findFirst()
                .map(this::as);
    }

    private Caller focalPoint(String agency) {
        return as("fp." + agency + "." + area.toLowerCase(Locale.ROOT));
    }

    /** A country no other test has for this area, with a director on either side and an office of UNDP. */
    public String freshCountry() {
        return taken(unused().stream().filter(this::isUntouchedInThisArea).findFirst());
    }

    /** One in this region of this agency. */
    public String freshCountry(String agency, String region) {
        return taken(unused().stream()
                .filter(iso3 ->
                        reference.regionOf(agency, iso3).orElseThrow().code().equals(region))
                .filter(this::isUntouchedInThisArea)
                .reduce((first, last) -> last));
    }

    /** One that nobody has nominated for any area. */
    public String untouchedCountry() {
        return taken(unused().stream()
                .filter(iso3 -> count("select count(*) from tandem.nomination where country = ?", iso3) == 0)
                .findFirst());
    }

    /** Tests that name their country themselves share the database with those that ask for a fresh one. */
    private boolean isUntouchedInThisArea(String iso3) {
        return count("select count(*) from tandem.nomination where country = ? and area = ?", iso3, area) == 0;
    }

    private int count(String sql, String... parameters) {
        return jdbc.sql(sql).params((Object[]) parameters).query(Integer.class).single();
    }

    private String taken(Optional<String> found) {
        unused().remove(found.orElseThrow());
        return found.orElseThrow();
    }

    private List<String> unused() {
        return unused.computeIfAbsent(
                area,
                unknown -> new ArrayList<>(reference.all().stream()
                        .map(Country::iso3)
                        .filter(iso3 -> !TAKEN.contains(iso3))
                        .filter(iso3 -> roster.anyoneHolds(MandatePattern.parse("country-office:UNDP:" + iso3)))
                        .filter(iso3 -> reference.regionOf("UNDP", iso3).isPresent()
                                && reference.regionOf("ILO", iso3).isPresent())
                        .toList()));
    }

    public String directorOf(String agency, String country) {
        return "regional-director:" + agency + ":"
                + reference.regionOf(agency, country).orElseThrow().code();
    }

    public String nominated() {
        return nominated(freshCountry(), area);
    }

    public String nominated(String country, String area) {
        ResponseEntity<JsonNode> opened = inArea(area).focalPoint("undp").nominate(country, area);
        assertThat(opened.getStatusCode()).as(String.valueOf(opened.getBody())).isEqualTo(HttpStatus.CREATED);
        return opened.getBody().at("/cases/0").asText();
    }

    public String inVetting() {
        return inVetting(freshCountry(), area);
    }

    public String inVetting(String country, String area) {
        String id = nominated(country, area);
        does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        return id;
    }

    public String vetted() {
        String id = inVetting();
        approves(id, "UNDP");
        approves(id, "ILO");
        return id;
    }

    public String inDivergence() {
        String id = inVetting();
        approves(id, "UNDP");
        declines(id, "ILO", "Not convinced");
        return id;
    }

    /** The divergence the split vote of a case has opened; the directors have stated nothing yet. */
    public String splitVote() {
        return inDivergence() + "-D1";
    }

    /** A divergence about the entry point of a case that is being vetted, at country level. */
    public String diverging() {
        return raised(inVetting(), "ENTRY_POINT", true);
    }

    public String raised(String matter, String subject, boolean blocking) {
        ResponseEntity<JsonNode> raised = focalPoint("ilo")
                .post(
                        "/api/divergence",
                        Map.of(
                                "matter", matter,
                                "subject", subject,
                                "summary", "Two ministries ask for it",
                                "blocking", blocking));
        assertThat(raised.getStatusCode()).as(String.valueOf(raised.getBody())).isEqualTo(HttpStatus.CREATED);
        return raised.getBody().at("/id").asText();
    }

    /** Every side states its position at the present level. */
    public void statePositions(String divergence) {
        for (Open task : open(divergence)) {
            does(
                    divergence,
                    "statePosition",
                    task.party(),
                    Map.of("position", "We see it as " + task.party() + " does"));
        }
    }

    public void proposes(String divergence, String text) {
        does(divergence, "attemptSettlement", null, Map.of("move", "PROPOSE", "text", text));
    }

    /** Both positions, one attempt in vain, and up. */
    public void rises(String divergence) {
        statePositions(divergence);
        does(divergence, "attemptSettlement", null, Map.of("move", "RECORD", "attempt", "A call that led nowhere"));
        does(divergence, "attemptSettlement", null, Map.of("move", "RISE", "reason", "Neither side can move"));
    }

    public String returned() {
        String id = inVetting();
        returns(id, "ILO", "Which ministry?");
        return id;
    }

    public void approves(String caseId, String party) {
        does(caseId, "vetCountry", party, Map.of("decision", "APPROVE"));
    }

    public void declines(String caseId, String party, String reason) {
        does(caseId, "vetCountry", party, Map.of("decision", "DECLINE", "reason", reason));
    }

    public void returns(String caseId, String party, String question) {
        does(caseId, "vetCountry", party, Map.of("decision", "RETURN", "question", question));
    }

    /** Does a task as somebody it is offered to, and insists that it works. */
    public void does(String caseId, String key, @Nullable String party, Map<String, ?> values) {
        ResponseEntity<JsonNode> done = tries(caseId, key, party, values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    public ResponseEntity<JsonNode> tries(String caseId, String key, @Nullable String party, Map<String, ?> values) {
        Open task = open(caseId, key, party);
        String reached = task.offers().stream()
                .filter(group -> roster.anyoneHolds(MandatePattern.parse(group)))
                .findFirst()
                .orElseThrow();
        return holder(reached).post(address(caseId, key) + "?task=" + task.id(), values);
    }

    public static String address(String caseId, String key) {
        return "/api/" + moduleOf(key) + "/" + caseId + "/" + key;
    }

    /** The module that has the form of the task. */
    private static String moduleOf(String key) {
        try (Stream<Path> modules = Files.list(Path.of("forms"))) {
            return modules.filter(module -> Files.exists(module.resolve(key + ".form")))
                    .map(module -> module.getFileName().toString())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no module has a form " + key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A support request of the ILO country team in a country, area 3 unless the roads lead elsewhere. */
    public String asked(String country, String question) {
        ResponseEntity<JsonNode> asked = focalPoint("ilo")
                .post(
                        "/api/support",
                        Map.of(
                                "framework", "FFA",
                                "country", country,
                                "area", area,
                                "topic", "FINANCING",
                                "question", question));
        assertThat(asked.getStatusCode()).as(String.valueOf(asked.getBody())).isEqualTo(HttpStatus.CREATED);
        return asked.getBody().at("/id").asText();
    }

    /** An idea of UNDP for a joint programme, of an area of this country. */
    public String idea(String country) {
        ResponseEntity<JsonNode> started = focalPoint("undp")
                .post(
                        "/api/programmes",
                        Map.of("title", "Together in " + country, "area", "FFA-" + area, "country", country));
        assertThat(started.getStatusCode())
                .as(String.valueOf(started.getBody()))
                .isEqualTo(HttpStatus.CREATED);
        return started.getBody().at("/id").asText();
    }

    public String drafting() {
        return drafting(freshCountry());
    }

    public String drafting(String country) {
        String id = idea(country);
        does(id, "joinDrafting", "ILO", Map.of("decision", "JOIN"));
        return id;
    }

    public String inReview() {
        return inReview(freshCountry());
    }

    public String inReview(String country) {
        String id = drafting(country);
        assertThat(focalPoint("undp").writeBudget(id, "UNDP").getStatusCode()).isEqualTo(HttpStatus.OK);
        does(id, "draftProposal", null, Map.of());
        return id;
    }

    /** With nothing missing in its sections and its budget. */
    public String inClearance() {
        return inClearance(freshCountry());
    }

    public String inClearance(String country) {
        String id = drafting(country);
        takesToClearance(id);
        return id;
    }

    /** What is being drafted, whatever its fund. */
    public void takesToClearance(String id) {
        Caller writer = focalPoint("undp");
        WrittenSections.write(writer, id);
        assertThat(writer.writeBudget(id, "UNDP").getStatusCode()).isEqualTo(HttpStatus.OK);
        does(id, "draftProposal", null, Map.of());
        agreeToReview(id);
    }

    public void agreeToReview(String id) {
        reviews(id, "UNDP", agreed(id));
        reviews(id, "ILO", agreed(id));
    }

    /** To the version that was frozen last. */
    public Map<String, String> agreed(String id) {
        return Map.of("decision", "AGREE", "version", fingerprint(id));
    }

    public String cleared() {
        String id = inClearance();
        clears(id, "UNDP");
        clears(id, "ILO");
        return id;
    }

    /** Somebody changes one field of what is agreed about the whole, as {@code /api/proposal} has it. */
    public void changesProfile(String writer, String id, String field, String value) {
        JsonNode whole = as(writer).get("/api/proposal/" + id).getBody();
        Map<String, String> profile = new HashMap<>();
        whole.at("/profile")
                .fields()
                .forEachRemaining(
                        one -> profile.put(one.getKey(), one.getValue().asText()));
        profile.put(field, value);
        Map<String, Object> wanted =
                Map.of("profile", profile, "seen", whole.at("/seen").asText(), "reopen", true);
        ResponseEntity<JsonNode> saved = as(writer).put("/api/proposal/" + id + "/profile", wanted);
        assertThat(saved.getStatusCode()).as(String.valueOf(saved.getBody())).isEqualTo(HttpStatus.OK);
    }

    /** As a focal point who is not the coordinator: those who review do not clear. */
    public void reviews(String id, String party, Map<String, ?> values) {
        Caller reviewer = holder("focal-point:" + party + ":FFA-" + area, coordinator(party));
        ResponseEntity<JsonNode> done = reviewer.post(
                address(id, "reviewProposal") + "?task="
                        + open(id, "reviewProposal", party).id(),
                values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    public void clears(String id, String party) {
        ResponseEntity<JsonNode> done = clearance(id, party, fingerprint(id));
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    public ResponseEntity<JsonNode> clearance(String id, String party, String fingerprint) {
        return as(coordinator(party))
                .post(
                        address(id, "clearProposal") + "?task="
                                + open(id, "clearProposal", party).id(),
                        Map.of("decision", "CLEAR", "version", fingerprint, "days", 12.5));
    }

    private static String coordinator(String party) {
        return "coord." + party.toLowerCase(Locale.ROOT);
    }

    /** Of the version that was frozen last. */
    public String fingerprint(String id) {
        return jdbc.sql(
                        "select fingerprint from tandem.proposal_version where case_id = ? order by number desc limit 1")
                .param(id)
                .query(String.class)
                .single();
    }

    public Open open(String caseId, String key, @Nullable String party) {
        List<Open> found = open(caseId).stream()
                .filter(task -> task.key().equals(key) && (party == null || party.equals(task.party())))
                .toList();
        assertThat(found).as(key + " of " + caseId + " for " + party).hasSize(1);
        return found.get(0);
    }

    public List<Open> open(String caseId) {
        return jdbc.sql("""
                        select t.id, t.task_key, t.party, t.assignee, t.due_at, array(select o.role || ':' || o.agency || ':' || o.scope
                          from tandem.task_offer o where o.task_id = t.id order by 1) offers
                        from tandem.task t where t.case_id = ? and t.state = 'OPEN' order by t.task_key, t.party""")
                .param(caseId)
                .query((row, number) -> new Open(
                        row.getString("id"),
                        row.getString("task_key"),
                        row.getString("party"),
                        List.of((String[]) row.getArray("offers").getArray()),
                        row.getObject("assignee", UUID.class),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Key and party of every open task, such as {@code vetCountry ILO}. */
    public List<String> waiting(String caseId) {
        return open(caseId).stream()
                .map(task -> task.party() == null ? task.key() : task.key() + " " + task.party())
                .toList();
    }

    /** The state shown, as everybody reads it by the API. */
    public String state(String caseId) {
        return file(caseId).at("/state").asText();
    }

    public JsonNode file(String caseId) {
        return details(caseId).at("/file");
    }

    public JsonNode details(String caseId) {
        ResponseEntity<JsonNode> read = as("observer").get("/api/cases/" + caseId);
        assertThat(read.getStatusCode()).as(String.valueOf(read.getBody())).isEqualTo(HttpStatus.OK);
        return read.getBody();
    }

    /** Keys of the history, oldest first. */
    public List<String> history(String caseId) {
        return history.of(new CaseId(caseId)).stream()
                .map(CaseEntry::words)
                .map(words -> words.key())
                .toList();
    }

    /** Ends the only mandate of this kind; returns what gives it back. */
    public Runnable endMandate(String group) {
        MandatePattern pattern = MandatePattern.parse(group);
        UUID person = roster.holders(pattern).get(0).id();
        endMandateOf(person, group);
        return () -> grant(person, pattern);
    }

    public void endMandateOf(UUID person, String group) {
        Caller admin = as("admin");
        JsonNode shown = admin.get("/api/people/" + person).getBody();
        String mandate = mandate(shown, group);
        ResponseEntity<JsonNode> ended = admin.delete("/api/people/" + person + "/mandates/" + mandate + "?version="
                + shown.at("/version").asLong());
        assertThat(ended.getStatusCode()).as(String.valueOf(ended.getBody())).isEqualTo(HttpStatus.OK);
    }

    public void grant(UUID person, MandatePattern pattern) {
        Caller admin = as("admin");
        long version =
                admin.get("/api/people/" + person).getBody().at("/version").asLong();
        ResponseEntity<JsonNode> granted = admin.post(
                "/api/people/" + person + "/mandates",
                Map.of(
                        "version",
                        version,
                        "role",
                        pattern.role().code(),
                        "agency",
                        pattern.agency(),
                        "scope",
                        pattern.scope()));
        assertThat(granted.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(granted.getBody()))
                .isTrue();
    }

    /** A mandate that no use case has granted, so nobody was told of it. */
    public void grantUnnoticed(UUID person, MandatePattern pattern) {
        jdbc.sql("""
                        insert into tandem.mandate (id, person_id, role, agency, scope_kind, scope, granted_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, now())""")
                .params(
                        person,
                        pattern.role().code(),
                        pattern.agency(),
                        pattern.scopeKind().name(),
                        pattern.scope())
                .update();
    }

    public void setActive(UUID person, boolean active) {
        Caller admin = as("admin");
        long version =
                admin.get("/api/people/" + person).getBody().at("/version").asLong();
        ResponseEntity<JsonNode> done = admin.post(
                "/api/people/" + person + (active ? "/reactivate" : "/deactivate"), Map.of("version", version));
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    private static String mandate(JsonNode person, String group) {
        Iterator<JsonNode> mandates = person.at("/mandates").elements();
        while (mandates.hasNext()) {
            JsonNode mandate = mandates.next();
            if (mandate.at("/group").asText().equals(group)
                    && mandate.at("/until").isNull()) {
                return mandate.at("/id").asText();
            }
        }
        throw new AssertionError(group + " is not held: " + person);
    }
}
