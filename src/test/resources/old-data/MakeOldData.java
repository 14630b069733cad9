package org.tandem;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseHistory;
import org.tandem.countries.Countries;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/**
 * Six weeks of the demo roster's work in a Tandem with its embedded database: cases of all kinds in all states, drafts,
 * letters, views, imports, lost mandates, a migration that was stopped. Then its own backup command copies it.
 *
 * <p>Arguments: a new data directory, a new directory for the backup.
 */
public final class MakeOldData {

    private static final Instant BEGIN = Instant.parse("2026-10-19T07:00:00Z");

    private final ConfigurableApplicationContext context;
    private final int port;
    private final MovableClock clock;
    private final JdbcClient jdbc;
    private final Roster roster;
    private final TestRestTemplate http;
    private final Roads roads;

    private MakeOldData(MovableClock clock, String data) {
        this.clock = clock;
        this.context = new SpringApplicationBuilder(TandemApplication.class, TestTimeConfiguration.class)
                .initializers(context -> {})
                .run(
                        "--server.port=0",
                        "--tandem.data=" + data,
                        "--tandem.server-programs=" + Path.of("target/programs").toAbsolutePath(),
                        "--tandem.demo=true",
                        "--tandem.reference.directories=src/test/resources/reference-invented,src/test/resources/reference-three");
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.jdbc = context.getBean(JdbcClient.class);
        this.roster = context.getBean(Roster.class);
        this.http = new TestRestTemplate(new RestTemplateBuilder().rootUri("http://localhost:" + port));
        this.roads = new Roads(
                http, jdbc, roster, context.getBean(Countries.class), context.getBean(CaseHistory.class));
    }

    public static void main(String[] directories) throws Exception {
        MovableClock clock = new MovableClock();
        MakeOldData work = new MakeOldData(clock, directories[0]);
        try (work.context) {
            work.context.getBean(MovableClock.class).advance(Duration.between(Instant.now(), BEGIN));
            work.fromOctoberToNovember();
            backUp(directories);
        }
        System.exit(0);
    }

    private static void backUp(String[] directories) throws Exception {
        PackagedJar.Ended taken = PackagedJar.run(
                "-jar", "target/tandem.jar", "backup", directories[1], "--tandem.data=" + directories[0]);
        System.out.println(taken.said());
        if (taken.status() != 0) {
            throw new IllegalStateException(taken.said());
        }
    }

    private void pass(Duration time) {
        context.getBean(MovableClock.class).advance(time);
    }

    private void days(int number) {
        pass(Duration.ofDays(number));
    }

    private void fromOctoberToNovember() throws Exception {
        firstWeek();
        days(14);
        secondPart();
        days(9);
        newerDiagram();
        thirdPart();
        days(9);
        await("select count(*) from tandem.case_file where state_reason = 'LAPSED'");
        await("select count(*) from tandem.support_request where state = 'DONE' and rating is null");
        await("select count(*) from tandem.task where state = 'OPEN' and overdue_at is not null");
        lastDays();
    }

    // ---- October

    /** Lapses and unrated answers take thirty days. */
    private void firstWeek() {
        Roads a1 = roads.inArea("A1");
        a1.nominated();
        String unrated = a1.asked("KEN", "What did others do about customs?");
        routed(unrated, "ILO");
        answered(unrated, "See the study of 2024");
        settings();
        people();
    }

    private void settings() {
        Caller coordinator = roads.as("coord.undp");
        JsonNode ceiling = roads.as("admin").get("/api/frameworks/FFA").getBody();
        note("ceiling", coordinator.put(
                "/api/frameworks/FFA/ceiling",
                mapOf("ceiling", 90, "version", ceiling.findValue("version") == null ? 0 : 0)));
        JsonNode assessments = coordinator.get("/api/assessments").getBody();
        String code = assessments.findValue("code").asText();
        note("assessment", exchange(
                "coord.undp",
                HttpMethod.PATCH,
                "/api/assessments/" + code,
                mapOf("state", "UNDER_WAY", "findings", "Both teams read it together", "version", 0)));
    }

    private void people() {
        Caller admin = roads.as("admin");
        JsonNode added = ok(admin.post(
                        "/api/people",
                        mapOf("signInName", "amina.diallo", "displayName", "Amina Diallo", "email", "amina@example.org")))
                .getBody();
        UUID amina = UUID.fromString(added.at("/id").asText());
        roads.grant(amina, MandatePattern.parse("focal-point:UNDP:FFA-A3"));
        roads.grant(amina, MandatePattern.parse("technical-adviser:ILO:FFA-A4"));
        roads.endMandateOf(amina, "technical-adviser:ILO:FFA-A4");
        JsonNode other = ok(admin.post(
                        "/api/people", mapOf("signInName", "jean.petit", "displayName", "Jean Petit", "email", "")))
                .getBody();
        UUID jean = UUID.fromString(other.at("/id").asText());
        roads.grant(jean, MandatePattern.parse("country-office:ILO:VNM"));
        roads.setActive(jean, false);
        french("fp.ilo.a2", "Africa/Dakar");
        french("rd.ilo.africa", "Africa/Abidjan");
    }

    private void french(String person, String zone) {
        JsonNode known = roads.as(person).get("/api/profile").getBody();
        note("profile", roads.as(person).put("/api/profile", mapOf(
                "version", known.findValue("version").asLong(), "language", "fr", "zone", zone)));
    }

    // ---- 2 November: a case in every state, which get overdue

    private void secondPart() {
        CasesInEveryState every = new CasesInEveryState(http);
        every.open(
                "selection",
                List.of("PROPOSED", "IN_VETTING", "RETURNED", "IN_DIVERGENCE", "VETTED", "NOT_SELECTED", "NOT_AGREED",
                        "WITHDRAWN", "SUSPENDED", "NO_DIRECTOR"));
        every.open("support", List.of("OPEN", "ASSIGNED", "DONE", "DECLINED"));
        every.open(
                "divergence",
                List.of("COUNTRY_LEVEL", "TEXT_ON_THE_TABLE", "REGIONAL_LEVEL", "JOINT_MECHANISM", "ADVICE_ASKED",
                        "OUTCOME_DUE", "OUTCOME_ON_THE_TABLE", "RESOLVED", "AGREED_TO_DIFFER", "CLOSED_NO_AGREEMENT"));
        imports();
    }

    private void imports() {
        String head = "framework,country,areas,entry_point,reasons,gains,no_collaboration,absence_explanation\n";
        String good = "FFA,%s,A5,The labour councils,Dialogue has begun,A5=%s,None is running,From the regional office\n";
        String gain = gain("A5");
        JsonNode done = upload("coord.undp", "november.csv", head + good.formatted("GHA", gain) + good.formatted("ZMB", gain)
                + "FFA,Atlantis,A5,x,y,A5=" + gain + ",None,\n");
        roads.as("coord.undp").post("/api/selection/imports/" + done.at("/id").asText() + "/confirm", Map.of());
        await("select count(*) from tandem.nomination_import where state = 'DONE'");
        upload("coord.ilo", "waiting for Geneva.csv", head + good.formatted("SEN", gain)
                + "group:x,RWA,A5,group:focal-point:UNDP,{0} agency:UNDP,A5=" + gain + ",None,\n"
                + good.formatted("GHA", gain) + ",,,,,,,\n");
    }

    private JsonNode upload(String person, String name, String content) {
        Visitor visitor = Visitor.signedIn(port, person, "tandem");
        visitor.get("/selection/import");
        var sent = visitor.upload("/selection/import", "file", name, content.getBytes(StandardCharsets.UTF_8));
        String id = Visitor.location(sent).replaceAll(".*/", "");
        return ok(roads.as(person).get("/api/selection/imports/" + id)).getBody();
    }

    private String gain(String area) {
        for (JsonNode known : roads.as("admin").get("/api/frameworks/FFA").getBody().findValue("areas")) {
            if (known.get("code").asText().equals(area)) {
                return known.get("gains").get(0).get("code").asText();
            }
        }
        throw new IllegalStateException(area);
    }

    // ---- 11 November: what began earlier is moved to a newer version of the diagram

    private void newerDiagram() throws Exception {
        Class<?> files = Class.forName("org.tandem.models.versions.OldAndNew");
        Method deploy = files.getDeclaredMethod("deployOld", ApplicationContext.class);
        deploy.setAccessible(true);
        deploy.invoke(null, context);
        JsonNode begun = ok(roads.as("admin").post("/api/models/vetting/1/migrations", mapOf("steps", Map.of())))
                .getBody();
        String id = begun.findValue("id").asText();
        await("select count(*) from tandem.model_migration_case where state <> 'WAITING'");
        await("select count(*) from tandem.model_migration where id = '" + id + "' and state = 'DONE'");
        System.out.println("moved " + jdbc.sql("select state, count(*) from tandem.model_migration_case group by 1")
                .query().listOfRows());
    }

    private void thirdPart() {
        Roads a6 = roads.inArea("A6");
        Roads a2 = roads.inArea("A2");
        // Asked back: both votes void, a question, an answer, and the second round with one vote.
        String asked = a6.inVetting();
        a6.approves(asked, "UNDP");
        a6.returns(asked, "ILO", "Which ministry,\nand since when?");
        a6.does(asked, "answerQuestion", null, mapOf("answer", "Labour, since 2023", "amendment", "Two provinces"));
        a6.approves(asked, "ILO");
        // Two more rounds behind it.
        String twice = a6.returned();
        a6.does(twice, "answerQuestion", null, mapOf("answer", "Planning"));
        a6.returns(twice, "UNDP", "And the budget?");
        // A vote taken back, another cast.
        String back = a2.inVetting();
        a2.declines(back, "UNDP", "Too early");
        String director = a2.directorOf("UNDP", back.split("-")[1]);
        note("taken back", a2.holder(director).delete("/api/vetting/" + back + "/vote"));
        a2.approves(back, "ILO");
        // A split vote with one private position, one settled as selected, one as not, one without agreement.
        String split = a6.splitVote();
        a6.does(split, "statePosition", "UNDP", mapOf("position", "Private until all have written"));
        String settled = a6.splitVote();
        a6.statePositions(settled);
        a6.does(settled, "attemptSettlement", null,
                mapOf("move", "PROPOSE", "text", "With a review", "resolution", "VETTED", "followUp", "A review in May"));
        a6.does(settled, "answerText", null, mapOf("answer", "ACCEPT"));
        String countered = a6.splitVote();
        a6.statePositions(countered);
        a6.does(countered, "attemptSettlement", null,
                mapOf("move", "PROPOSE", "text", "Yes", "resolution", "VETTED"));
        a6.does(countered, "answerText", null, mapOf("answer", "COUNTER", "text", "No", "resolution", "NOT_SELECTED"));
        String top = a6.splitVote();
        a6.rises(top);
        a6.does(top, "briefMechanism", null, mapOf("brief", "What happened so far", "advice", "WANTED"));
        a6.does(top, "adviseMechanism", null, mapOf("advice", "Ask the council of ministers"));
        a6.does(top, "proposeOutcome", null,
                mapOf("outcome", "GUIDANCE", "text", "Only with guidance", "resolution", "VETTED"));
        // Raised by hand at each level with a private position, and one that does not block.
        String country = raised(a2.inVetting(), true);
        a2.does(country, "statePosition", "ILO", mapOf("position", "<b>Only</b> for \"us\" & them"));
        String region = raised(a2.inVetting(), true);
        a2.rises(region);
        a2.does(region, "statePosition", "ILO", mapOf("position", "The region holds with its country office"));
        String mechanism = raised(a2.inVetting(), true);
        a2.rises(mechanism);
        a2.rises(mechanism);
        String free = a2.inVetting();
        raised(free, false);
        // Withdrawal: asked, refused, agreed while a divergence is open.
        String wanted = a2.inVetting();
        withdraw(wanted);
        String kept = a2.inVetting();
        withdraw(kept);
        a2.does(kept, "agreeWithdrawal", null, mapOf("decision", "REFUSE", "reason", "Give them until spring"));
        String gone = a2.inDivergence();
        withdraw(gone);
        a2.does(gone, "agreeWithdrawal", null, mapOf("decision", "AGREE"));
        // Suspended in every place where that can be, and one lifted again.
        for (String id : List.of(a2.nominated(), a2.inVetting(), a2.returned(), a2.inDivergence())) {
            suspend(id);
        }
        String lifted = a2.inVetting();
        suspend(lifted);
        note("lifted", roads.as("coord.ilo").delete("/api/selection/" + lifted + "/suspension"));
        // Support: reopened, referred, routed with a note, asked with a date.
        String reopened = a2.asked("GHA", "How did others count informal workers?");
        routed(reopened, "UNDP");
        answered(reopened, "By surveys");
        a2.does(reopened, "rateAnswer", null, mapOf("useful", "NO", "missing", "Which surveys?", "then", "ASK_AGAIN"));
        String rated = a2.asked("ZMB", "Who pays?");
        routed(rated, "ILO");
        answered(rated, "The fund");
        a2.does(rated, "rateAnswer", null, mapOf("useful", "YES", "comment", "Thank you"));
        String referred = a2.asked("MWI", "Is there a template?");
        routed(referred, "ILO");
        a2.does(referred, "answerRequest", null, mapOf("decision", "REFER", "reason", "Better the other agency"));
        String unrated = a2.asked("TGO", "How long?");
        routed(unrated, "UNDP");
        answered(unrated, "A year");
        note("asked with a date", roads.as("co.ilo.vnm").post("/api/support", mapOf(
                "framework", "FFA", "country", "VNM", "area", "A2", "topic", "FINANCING",
                "question", "Combien de temps ?", "wantedBy", "2026-12-20")));
        otherPlans();
    }

    /** Another plan of real agencies, two invented agencies, three invented agencies. */
    private void otherPlans() {
        nominated("fp.ilo.g1", "JAP", "JOR", "G1");
        roads.does("JAP-JOR-G1", "agreeNomination", "UNHCR", mapOf("decision", "AGREE"));
        nominated("fp.aqua.m1", "MUD", "FIN", "M1");
        roads.does("MUD-FIN-M1", "agreeNomination", "TERRA", mapOf("decision", "AGREE"));
        roads.approves("MUD-FIN-M1", "AQUA");
        nominated("fp.aqua.s1", "SKY", "FIN", "S1");
        roads.does("SKY-FIN-S1", "agreeNomination", "TERRA", mapOf("decision", "AGREE"));
        nominated("fp.aer.s1", "SKY", "KEN", "S1");
        roads.does("SKY-KEN-S1", "agreeNomination", "AQUA", mapOf("decision", "AGREE"));
        roads.does("SKY-KEN-S1", "agreeNomination", "TERRA", mapOf("decision", "AGREE"));
        roads.approves("SKY-KEN-S1", "AQUA");
        roads.declines("SKY-KEN-S1", "TERRA", "Too wet");
        roads.approves("SKY-KEN-S1", "AER");
        nominated("fp.aqua.s1", "SKY", "UGA", "S1");
        note("withdrawal", roads.as("coord.aqua").post("/api/selection/SKY-UGA-S1/withdrawal", mapOf("reason", "Changed")));
        roads.does("SKY-UGA-S1", "agreeWithdrawal", "TERRA", mapOf("decision", "AGREE"));
        nominated("fp.terra.s1", "SKY", "EST", "S1");
        roads.does("SKY-EST-S1", "agreeNomination", "AQUA", mapOf("decision", "AGREE"));
        roads.does("SKY-EST-S1", "agreeNomination", "AER", mapOf("decision", "AGREE"));
        roads.returns("SKY-EST-S1", "AER", "Rain or wind?");
    }

    // ---- 20 November and after

    private void lastDays() throws Exception {
        recent();
        lostMandates();
        comments();
        todo();
        views();
        nominationDrafts();
        taskDrafts();
        claims();
    }

    /** Directors, focal points and a country office leave; nobody is named in their place. */
    private void lostMandates() {
        Roads a4 = roads.inArea("A4");
        String lost = a4.inVetting(a4.freshCountry("UNDP", "RBLAC"), "A4");
        String voted = a4.inVetting(a4.freshCountry("UNDP", "RBLAC"), "A4");
        a4.approves(voted, "ILO");
        String sides = raised(a4.inVetting(a4.freshCountry("UNDP", "RBLAC"), "A4"), true);
        roads.endMandate("regional-director:UNDP:RBLAC");
        a4.rises(sides);
        String begunWithout = a4.inVetting(a4.freshCountry("UNDP", "RBLAC"), "A4");
        System.out.println("without a director: " + List.of(lost, voted, begunWithout));
        System.out.println("without a side: " + sides + " " + a4.waiting(sides));
    }

    private void recent() {
        Roads a1 = roads.inArea("A1");
        a1.nominated();
        String one = a1.inVetting();
        a1.approves(one, "UNDP");
        String first = a1.inVetting();
        String second = a1.inVetting();
        String director = a1.directorOf("UNDP", first.split("-")[1]);
        note("compared", a1.holder(director).post("/api/vetting/decisions", List.of(
                mapOf("caseId", first, "decision", "APPROVE", "reason", "As compared"))));
        a1.asked("RWA", "What is new?");
        a1.vetted();
        System.out.println("begun and untouched " + second);
    }

    private void comments() {
        String id = jdbc.sql("select case_id from tandem.task where state = 'OPEN' and task_key = 'vetCountry' order by 1 limit 1")
                .query(String.class).single();
        for (String text : List.of("Seen.", "group:focal-point:UNDP:FFA-A3", "group:x", "{0} agency:UNDP #{x}",
                "<script>alert(1)</script> & \"quoted\"", "Reçu, merci ; à demain", "تم الاستلام", "line\nand line\n\nand line")) {
            ok(roads.as("fp.undp.a3").post("/api/cases/" + id + "/comments", mapOf("comment", text)));
        }
        for (String each : jdbc.sql("select id from tandem.case_file order by id").query(String.class).list()) {
            if (Math.floorMod(each.hashCode(), 3) == 0) {
                String person = each.startsWith("FFA") ? "coord.ilo" : each.startsWith("JAP") ? "fp.ilo.g1" : "coord.aqua";
                note("comment " + each, roads.as(person).post("/api/cases/" + each + "/comments", mapOf("comment", "Looked at")));
                note("letter " + each, roads.as(person).addLetter(each, "%PDF-1.4\n% " + each + "\n%%EOF\n"));
            }
        }
        note("text letter", roads.as("coord.undp").addLetter(id, "%PDF-1.7\nLettre du ministère\n%%EOF\n"));
    }

    private void todo() {
        List<String> some = jdbc.sql("select distinct case_id from tandem.task where state = 'OPEN' and case_id like 'FFA%' order by 1")
                .query(String.class).list();
        for (String id : List.of(some.get(0), some.get(5), some.get(9))) {
            note("todo " + id, roads.as("admin").post("/api/operations/give", mapOf("about", "case:" + id, "note", "Please look at group:x")));
        }
        roads.does(some.get(9), "seeToCase", null, mapOf("done", "Called them"));
    }

    private void views() {
        Map<String, Map<String, String>> kept = mapOf(
                "fp.undp.a3", mapOf("Mine", "box=mine", "Late", "due=overdue&sort=newest", "Area 3", "area=FFA-A3"),
                "fp.ilo.a3", mapOf("Agree", "task=agreeNomination", "Groups", "box=groups&sort=priority"),
                "rd.undp.rbap", mapOf("To vet", "task=vetCountry&due=due_soon", "Myanmar", "country=MMR"),
                "rd.ilo.asia_pacific", mapOf("À voter", "area=FFA-A3&country=MMR&task=vetCountry"),
                "coord.undp", mapOf("Regions", "box=regions", "Rosters", "task=repairRoster", "All FFA", "framework=FFA"),
                "coord.ilo", mapOf("Sides", "task=repairSides&due=overdue"),
                "coord.aqua", mapOf("Sky", "area=SKY-S1"),
                "team.undp", mapOf("Support", "task=routeRequest&sort=newest"));
        kept.forEach((person, all) -> all.forEach((name, query) -> note("view " + query,
                roads.as(person).post("/api/inbox/views", mapOf("name", name, "query", query)))));
        for (String person : List.of("fp.undp.a3", "rd.undp.rbap", "coord.undp")) {
            roads.as(person).post("/api/inbox/seen", Map.of());
        }
    }

    private void nominationDrafts() {
        draft("fp.undp.a3", "country", "Laos or so", "reasons", "Half a", "areas", "A3");
        draft("fp.undp.a3", "country", "LAO", "areas", "A3", "entryPoint", "The provinces", "existingCapacity", "Two staff",
                "replicable", "Yes", "reasons", "They asked", "gain.A3", "COHERENCE", "noCollaboration", "None yet");
        draft("fp.ilo.a2", "country", "group:x", "areas", "A2", "entryPoint", "{0} <b>");
        draft("coord.undp", "country", "VNM", "areas", "A1", "areas", "A4", "reasons", "ligne\nligne");
    }

    private void draft(String person, String... fields) {
        Visitor visitor = Visitor.signedIn(port, person, "tandem");
        visitor.get("/selection/nominate");
        List<String> all = new ArrayList<>(List.of("_form", UUID.randomUUID().toString(), "framework", "FFA"));
        all.addAll(List.of(fields));
        var kept = visitor.post("/selection/nominate/draft", all.toArray(String[]::new));
        System.out.println("nomination draft " + kept.statusCode() + " " + kept.body());
    }

    /** Somebody has begun to write about every open task. */
    private void taskDrafts() {
        Map<String, Map<String, ?>> typed = new LinkedHashMap<>();
        typed.put("agreeNomination", mapOf("decision", "REFUSE", "reason", "Half a rea"));
        typed.put("agreeWithdrawal", mapOf("decision", "REFUSE", "reason", "Not ye"));
        typed.put("vetCountry", mapOf("decision", "RETURN", "question", "Which of the {0} min"));
        typed.put("answerQuestion", mapOf("answer", "We are ask", "amendment", "Per"));
        typed.put("repairRoster", mapOf("note", "New York will na"));
        typed.put("repairSides", mapOf("note", "Geneva will na"));
        typed.put("statePosition", mapOf("position", "Our position in sho"));
        typed.put("attemptSettlement", mapOf("move", "PROPOSE", "text", "Let us bo"));
        typed.put("answerText", mapOf("answer", "COUNTER", "text", "Rather so"));
        typed.put("briefMechanism", mapOf("brief", "It began in Oc"));
        typed.put("adviseMechanism", mapOf("advice", "As others di"));
        typed.put("proposeOutcome", mapOf("outcome", "AGREEMENT", "text", "We agree th"));
        typed.put("agreeOutcome", mapOf("answer", "COUNTER", "outcome", "GUIDANCE", "text", "Only if"));
        typed.put("routeRequest", mapOf("decision", "ASSIGN", "agency", "ILO", "note", "Since you kno"));
        typed.put("answerRequest", mapOf("decision", "ANSWER", "answer", "Begin wi"));
        typed.put("rateAnswer", mapOf("useful", "NO", "missing", "What we wan"));
        typed.put("seeToCase", mapOf("done", "We have as"));
        Map<Integer, Integer> answers = new LinkedHashMap<>();
        for (String id : openCases()) {
            for (Roads.Open task : roads.open(id)) {
                holderOf(task).ifPresent(holder -> {
                    int status = holder.put(Roads.address(id, task.key()) + "/draft?task=" + task.id(), typed.get(task.key()))
                            .getStatusCode().value();
                    answers.merge(status, 1, Integer::sum);
                });
            }
        }
        System.out.println("task drafts by status " + answers);
    }

    private List<String> openCases() {
        return jdbc.sql("select distinct case_id from tandem.task where state = 'OPEN' order by 1")
                .query(String.class).list();
    }

    private java.util.Optional<Caller> holderOf(Roads.Open task) {
        return task.offers().stream()
                .filter(group -> roster.anyoneHolds(MandatePattern.parse(group)))
                .findFirst()
                .map(roads::holder);
    }

    private void claims() {
        int number = 0;
        for (String id : openCases()) {
            for (Roads.Open task : roads.open(id)) {
                Caller holder = holderOf(task).orElse(null);
                if (holder != null && number++ % 4 == 0) {
                    note("claim", holder.post("/api/tasks/" + task.id() + "/claim", Map.of()));
                }
                if (number % 7 == 0) {
                    note("nudge", roads.as("coord.undp").post("/api/tasks/" + task.id() + "/nudge", Map.of()));
                }
            }
        }
    }

    // ---- what is done often

    private void nominated(String person, String framework, String country, String area) {
        ok(roads.as(person).post("/api/selection/nominations", Caller.nomination(framework, country, area)));
    }

    private void routed(String id, String agency) {
        ok(roads.as("team.undp").answer("support", id, "routeRequest", mapOf("decision", "ASSIGN", "agency", agency, "note", "Yours")));
    }

    private void answered(String id, String answer) {
        roads.does(id, "answerRequest", null, mapOf("decision", "ANSWER", "answer", answer));
    }

    private String raised(String matter, boolean blocking) {
        String person = "fp.ilo." + matter.split("-")[2].toLowerCase(java.util.Locale.ROOT);
        return ok(roads.as(person).post("/api/divergence", mapOf("matter", matter, "subject", "ENTRY_POINT",
                        "summary", "Two ministries ask for it", "blocking", blocking)))
                .getBody().at("/id").asText();
    }

    private void withdraw(String id) {
        ok(roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", mapOf("reason", "The government asked for it")));
    }

    private void suspend(String id) {
        ok(roads.as("coord.ilo").post("/api/selection/" + id + "/suspension", mapOf("reason", "Elections until May")));
    }

    private ResponseEntity<JsonNode> exchange(String person, HttpMethod method, String path, Object body) {
        return http.withBasicAuth(person, "tandem").exchange(path, method, new HttpEntity<>(body), JsonNode.class);
    }

    private static ResponseEntity<JsonNode> ok(ResponseEntity<JsonNode> response) {
        if (!response.getStatusCode().is2xxSuccessful()) {
            throw new IllegalStateException(String.valueOf(response));
        }
        return response;
    }

    private static void note(String what, ResponseEntity<JsonNode> response) {
        if (!response.getStatusCode().is2xxSuccessful()) {
            System.out.println("NOT DONE: " + what + ": " + response.getStatusCode() + " " + response.getBody());
        }
    }

    private void await(String count) {
        for (int i = 0; i < 1200; i++) {
            if (jdbc.sql(count).query(Integer.class).single() > 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("never: " + count);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> mapOf(Object... pairs) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return map;
    }
}
