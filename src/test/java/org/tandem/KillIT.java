package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed in the middle of its work, again and again. What was acknowledged is there once; what was not is there whole or not
 * at all; inbox and engine agree. At full scale 20 kills with at least 200 answers each ({@code -Dtandem.scale=1}).
 */
class KillIT {

    private static final double SCALE = Double.parseDouble(System.getProperty("tandem.scale", "0.05"));
    private static final int KILLS = Math.max(2, (int) Math.round(20 * SCALE));
    private static final int ANSWERS = Math.max(40, (int) Math.round(200 * SCALE));
    private static final int AT_ONCE = 6;
    private static final List<String> AREAS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20_261_121);
    private final Map<String, String[]> cases = new LinkedHashMap<>();
    private final Queue<Answer> open = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> unacknowledged = new ConcurrentLinkedQueue<>();
    private final Map<String, String> gainOf = new LinkedHashMap<>();
    private int acknowledged;
    private int lost;
    private int whole;

    /** One answer to one task, by the only person of a side. */
    private record Answer(String user, String caseId, String path, String body) {}

    @Test
    void keepsEveryAcknowledgedDecisionOnceHoweverOftenItIsKilled() throws Exception {
        RunningApplication application = start();
        List<JsonNode> all = countries(application);
        Iterator<JsonNode> countries = all.iterator();
        for (int kill = 1; kill <= KILLS; kill++) {
            while (open.size() < ANSWERS * 2) {
                if (!countries.hasNext()) {
                    finish(application);
                    countries = all.iterator();
                }
                nominate(application, countries.next());
            }
            answerUntilKilled(application);
            application = start();
            assertThat(application.log()).as("start after kill %d", kill).contains("Adopted the PostgreSQL server");
            assertThat(get(application, "admin", "/api/tasks/projection")
                            .get("size")
                            .asInt())
                    .as("difference between inbox and engine after kill %d", kill)
                    .isZero();
            sendAgainWhatWasNotAcknowledged(application);
        }
        finish(application);
        for (String id : cases.keySet()) {
            everyDecisionIsThereOnce(application, id);
        }
        System.out.printf(
                "Kills: %d, answers acknowledged: %d, in flight at a kill: %d (whole %d, not at all %d), cases: %d%n",
                KILLS, acknowledged, lost + whole, whole, lost, cases.size());
        application.stop();
    }

    private RunningApplication start() {
        return RunningApplication.start(data, RunningApplication.freePort(), Map.of("tandem.demo", true))
                .awaitReady();
    }

    /** Countries with a region on both sides, so that each has two directors. */
    private List<JsonNode> countries(RunningApplication application) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = get(application, "admin", "/api/countries?page=" + ++number);
            for (JsonNode country : page.get("items")) {
                if (director(country, "UNDP") != null && director(country, "ILO") != null) {
                    found.add(country);
                }
            }
        } while (number < page.get("pages").asInt());
        return found;
    }

    private static @Nullable String director(JsonNode country, String agency) {
        for (JsonNode region : country.at("/agencies")) {
            if (region.path("agency").asText().equals(agency) && region.hasNonNull("region")) {
                String name = "rd." + agency + "." + region.get("region").asText();
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return null;
    }

    private void nominate(RunningApplication application, JsonNode country) {
        String iso3 = country.findValue("iso3").asText();
        Map<String, Object> nomination = new LinkedHashMap<>(Caller.nomination("FFA", iso3, "A1"));
        nomination.put("areas", AREAS);
        Map<String, String> gains = new LinkedHashMap<>();
        AREAS.forEach(area -> gains.put(area, gain(application, area)));
        nomination.put("gains", gains);
        HttpResponse<String> opened = post(application, "coord.undp", "/api/selection/nominations", write(nomination));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        for (JsonNode id : read(opened.body()).get("cases")) {
            String caseId = id.asText();
            cases.put(caseId, new String[] {director(country, "UNDP"), director(country, "ILO")});
            open.add(agreement(caseId));
        }
    }

    private String gain(RunningApplication application, String area) {
        if (gainOf.isEmpty()) {
            for (JsonNode known :
                    get(application, "admin", "/api/frameworks/FFA").findValue("areas")) {
                gainOf.put(
                        known.get("code").asText(),
                        known.get("gains").get(0).get("code").asText());
            }
        }
        return gainOf.get(area);
    }

    private static Answer agreement(String caseId) {
        String area = caseId.split("-")[2].toLowerCase(Locale.ROOT);
        return new Answer(
                "fp.ilo." + area, caseId, "/api/selection/" + caseId + "/agreeNomination", "{\"decision\":\"AGREE\"}");
    }

    /** All decline, so that a country can be named again when the world has been gone through. */
    private List<Answer> votes(String caseId) {
        List<Answer> votes = new ArrayList<>();
        for (String director : cases.get(caseId)) {
            votes.add(new Answer(
                    director,
                    caseId,
                    "/api/vetting/" + caseId + "/vetCountry",
                    "{\"decision\":\"DECLINE\",\"reason\":\"As agreed by " + director + "\"}"));
        }
        return votes;
    }

    private void answerUntilKilled(RunningApplication application) throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(ANSWERS + random.nextInt(ANSWERS / 4));
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> working = new ArrayList<>();
        for (int person = 0; person < AT_ONCE; person++) {
            working.add(people.submit(() -> {
                for (Answer answer = open.poll(); answer != null; answer = open.poll()) {
                    if (!send(application, answer)) {
                        unacknowledged.add(answer);
                        return;
                    }
                    done.incrementAndGet();
                    enough.countDown();
                }
            }));
        }
        enough.await();
        application.kill9();
        for (Future<?> one : working) {
            one.get();
        }
        people.shutdown();
        acknowledged += done.get();
    }

    /** @return false when no answer came back, which says nothing about whether it counted */
    private boolean send(RunningApplication application, Answer answer) {
        HttpResponse<String> response;
        try {
            response = post(application, answer.user(), answer.path(), answer.body());
        } catch (UncheckedIOException killed) {
            return false;
        }
        if (response.statusCode() >= 500) {
            return false;
        }
        assertThat(response.statusCode()).as(answer + ": " + response.body()).isEqualTo(200);
        follow(answer);
        return true;
    }

    private void follow(Answer answer) {
        if (answer.path().endsWith("agreeNomination")) {
            open.addAll(votes(answer.caseId()));
        }
    }

    private void sendAgainWhatWasNotAcknowledged(RunningApplication application) {
        for (Answer answer = unacknowledged.poll(); answer != null; answer = unacknowledged.poll()) {
            HttpResponse<String> response = post(application, answer.user(), answer.path(), answer.body());
            assertThat(response.statusCode())
                    .as(answer + ": " + response.body())
                    .isIn(200, 403, 409);
            if (response.statusCode() == 200) {
                lost++;
            } else {
                whole++;
            }
            follow(answer);
        }
    }

    private void finish(RunningApplication application) {
        for (Answer answer = open.poll(); answer != null; answer = open.poll()) {
            assertThat(send(application, answer)).isTrue();
            acknowledged++;
        }
    }

    private void everyDecisionIsThereOnce(RunningApplication application, String id) {
        JsonNode read = get(application, "observer", "/api/cases/" + id);
        assertThat(read.at("/file/state").asText()).as(id).isEqualTo("NOT_SELECTED");
        List<String> decisions = new ArrayList<>();
        for (JsonNode entry : read.get("history")) {
            if (entry.get("kind").asText().equals("DECISION")) {
                decisions.add(entry.get("actingAs").asText().split(":")[0] + " "
                        + entry.get("actingAs").asText().split(":")[1]);
            }
        }
        assertThat(decisions)
                .as(id)
                .containsExactlyInAnyOrder("focal-point ILO", "regional-director UNDP", "regional-director ILO");
    }

    private JsonNode get(RunningApplication application, String user, String path) {
        HttpResponse<String> response =
                exchange(request(application, user, path).GET().build());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return read(response.body());
    }

    private HttpResponse<String> post(RunningApplication application, String user, String path, String body) {
        return exchange(request(application, user, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(RunningApplication application, String user, String path) {
        String basic = Base64.getEncoder().encodeToString((user + ":tandem").getBytes(StandardCharsets.UTF_8));
        URI address = application.address().resolve(path);
        return HttpRequest.newBuilder(address).header("Authorization", "Basic " + basic);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
