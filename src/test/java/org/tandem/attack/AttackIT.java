package org.tandem.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.Caller;
import org.tandem.Remote;
import org.tandem.RunningApplication;
import org.tandem.Visitor;

/**
 * The standing attack: requests made from the application's own description, by every role, against the packaged application
 * with 512 MB of heap. At full scale 10,000 of them ({@code -Dtandem.scale=1}).
 */
class AttackIT {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int REQUESTS = Math.max(600, (int) Math.round(10_000 * SCALE));
    private static final int AT_ONCE = 6;
    private static final int PAGES = Math.max(60, (int) Math.round(400 * SCALE));
    private static final long SEED = 20_261_130L;

    private static final List<String> PEOPLE = List.of(
            "fp.undp.a3",
            "fp.ilo.a3",
            "co.ilo.vnm",
            "rd.undp.rbap",
            "rd.ilo.asia_pacific",
            "rc.vnm",
            "coord.undp",
            "coord.ilo",
            "team.undp",
            "fund.cov00",
            "observer",
            "admin");

    /** What the inside of an application looks like from outside. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?m)^\\s+at [a-z]+\\.|Exception|org\\.(tandem|springframework|camunda|postgresql|apache|hibernate)\\."
                    + "|SQLSTATE|insert into |relation \"|Apache Tomcat");

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path data;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private Attacks attacks;

    @Test
    void findsNoWayInAndNothingOfTheInside() throws Exception {
        try (RunningApplication application = RunningApplication.start(
                        data, RunningApplication.freePort(), Map.of("tandem.demo", true))
                .awaitReady()) {
            Remote tandem = Remote.of(application);
            attacks = new Attacks(
                    tandem.get("observer", "/v3/api-docs"), new Random(), PEOPLE, cases(tandem), known(tandem));

            attack(application.port());
            int pages = readWhatWasLeft(application.port());

            assertThat(wrong).isEmpty();
            assertThat(tandem.get("observer", "/api/cases/FFA-VNM-A3")
                            .at("/file/id")
                            .asText())
                    .isEqualTo("FFA-VNM-A3");
            assertThat(tandem.text("admin", "/actuator/health")).contains("UP");
            assertThat(application.log().lines().filter(AttackIT::isSuspicious)).isEmpty();
            System.out.printf(
                    "Attack: %d requests to %d operations by %d accounts, answers by status %s; %d pages read afterwards%n",
                    REQUESTS, attacks.operations(), PEOPLE.size(), new TreeMap<>(statuses), pages);
        }
    }

    private static boolean isSuspicious(String line) {
        return line.contains(HostileTexts.MARK)
                || line.contains(" ERROR ")
                || line.contains("OutOfMemory")
                || line.contains("StackOverflow");
    }

    /** Cases for the attack to meet: one proposed, one in vetting, one with a vote. */
    private static List<String> cases(Remote tandem) {
        for (String country : List.of("VNM", "KHM", "LAO")) {
            tandem.post("fp.undp.a3", "/api/selection/nominations", Caller.nomination("FFA", country, "A3"));
        }
        tandem.post("fp.ilo.a3", "/api/selection/FFA-VNM-A3/agreeNomination", Map.of("decision", "AGREE"));
        tandem.post("fp.ilo.a3", "/api/selection/FFA-KHM-A3/agreeNomination", Map.of("decision", "AGREE"));
        tandem.post(
                "rd.undp.rbap",
                "/api/vetting/FFA-KHM-A3/vetCountry",
                Map.of("decision", "APPROVE", "conditions", "In two provinces first"));
        return List.of("FFA-VNM-A3", "FFA-KHM-A3", "FFA-LAO-A3");
    }

    private static Map<String, String> known(Remote tandem) {
        Map<String, String> known = new HashMap<>(Map.of(
                "framework",
                "FFA",
                "shortCode",
                "FFA",
                "country",
                "VNM",
                "iso3",
                "VNM",
                "area",
                "A3",
                "areas",
                "A3",
                "code",
                "COV00",
                "module",
                "vetting",
                "taskKey",
                "vetCountry"));
        known.putAll(Map.of(
                "process",
                "vetting",
                "version",
                "1",
                "task",
                "",
                "decision",
                "APPROVE",
                "reason",
                "It fits",
                "comment",
                "Seen",
                "entryPoint",
                "A running project",
                "language",
                "en",
                "zone",
                "Europe/Paris"));
        known.put(
                "id",
                tandem.get("admin", "/api/people?q=team.ilo").at("/people/0/id").asText());
        known.put(
                "taskId",
                tandem.get("fp.ilo.a3", "/api/inbox").at("/tasks/0/task/id").asText("x"));
        List.of("letter", "mandate", "migration", "job", "before")
                .forEach(name ->
                        known.put(name, UUID.nameUUIDFromBytes(name.getBytes()).toString()));
        return known;
    }

    private void attack(int port) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            working.add(attackers.submit(() -> {
                for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                    Attack attack = attacks.number(number, SEED);
                    judge(number, attack, RawHttp.send(port, attack.head(), attack.body(), attack.times()));
                }
            }));
        }
        for (Future<?> one : working) {
            one.get();
        }
        attackers.shutdown();
    }

    private void judge(int number, Attack attack, RawHttp.Answer answer) {
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        String what = number + ", " + attack + ": " + answer.status() + " ";
        if (answer == RawHttp.CUT) {
            if (!attack.mayBeCut()) {
                wrong.add(what + "no answer");
            }
            return;
        }
        if (answer.status() >= 500
                && !(answer.status() == 503 && !answer.header("retry-after").isEmpty())) {
            wrong.add(what + "is a fault of ours: "
                    + answer.body().lines().limit(2).toList());
        }
        if (!answer.header("x-content-type-options").equals("nosniff")
                || answer.header("content-security-policy").isEmpty()) {
            wrong.add(what + "lacks safety headers: " + answer.headers());
        }
        if (attack.target().startsWith("/api/")
                && answer.header("content-type").startsWith("text/html")
                && !attack.method().equals("HEAD")
                && answer.status() < 400) {
            wrong.add(what + "is a page");
        }
        judgeText(what, answer.header("content-type"), answer.body());
    }

    private void judgeText(String what, String type, String body) {
        Matcher inside = INSIDE.matcher(body);
        if (inside.find()) {
            wrong.add(what + "shows the inside: " + inside.group());
        }
        if (body.contains(System.getProperty("user.dir")) || body.contains(data.toString())) {
            wrong.add(what + "shows a path");
        }
        if (type.contains("html") || type.contains("xml")) {
            HostileTexts.RUNS.stream().filter(body::contains).forEach(runs -> wrong.add(what + "would run: " + runs));
        }
    }

    /** What the attack has left in the database is shown as text wherever it is shown. */
    private int readWhatWasLeft(int port) {
        int read = 0;
        for (String person : List.of("admin", "coord.undp", "rd.undp.rbap")) {
            Visitor visitor = Visitor.signedIn(port, person, "tandem");
            List<String> addresses = new ArrayList<>(List.of(
                    "/inbox",
                    "/cases/FFA-VNM-A3",
                    "/cases/FFA-KHM-A3",
                    "/cases/FFA-LAO-A3",
                    "/people",
                    "/support",
                    "/divergence",
                    "/search?q=" + HostileTexts.MARK,
                    "/vetting/compare",
                    "/operations",
                    "/dashboard"));
            Set<String> seen = new LinkedHashSet<>();
            for (int i = 0; i < addresses.size() && seen.size() < PAGES; i++) {
                String address = addresses.get(i).replace("&amp;", "&");
                if (address.contains("/logout") || !seen.add(address.replaceFirst("\\?lang=.*", ""))) {
                    continue;
                }
                HttpResponse<String> page = visitor.get(address);
                String type = page.headers().firstValue("Content-Type").orElse("");
                if (page.statusCode() >= 500) {
                    wrong.add(person + " reads " + address + ": " + page.statusCode());
                }
                judgeText(person + " reads " + address + ": ", type, page.body());
                Matcher link = LINK.matcher(type.contains("html") ? page.body() : "");
                while (link.find()) {
                    addresses.add(link.group(1));
                }
            }
            read += seen.size();
        }
        return read;
    }
}
