package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Is every request counted under its address, and can nobody outside make figures of their own? */
@TandemTest("tandem.demo=true")
class RequestFiguresTests {

    private static final Pattern ADDRESS = Pattern.compile("[{,]uri=\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    @Value("${management.metrics.web.server.max-uri-tags}")
    int limit;

    @Test
    void thereIsRoomForManyMoreAddressesThanThereAre() {
        assertThat(EveryAddress.patterns(context, (mapping, method) -> true).size())
                .isBetween(100, limit / 4);
    }

    @Test
    void everyAddressIsCounted() {
        Visitor admin = Visitor.of(port, "admin");
        Set<String> patterns = EveryAddress.patterns(context, (mapping, method) -> EveryAddress.isRead(mapping));
        patterns.removeIf(pattern -> pattern.endsWith("/**"));

        patterns.forEach(pattern -> admin.see(EveryAddress.filled(pattern, RequestFiguresTests::something)));

        Set<String> counted = new TreeSet<>();
        ADDRESS.matcher(admin.see("/actuator/prometheus").body())
                .results()
                .forEach(found -> counted.add(found.group(1).replace("\\\\", "\\")));
        assertThat(counted).hasSizeGreaterThan(100).containsAll(patterns);
    }

    @Test
    void whatIsAskedForAtRandomAddsNothing() throws Exception {
        Visitor admin = Visitor.of(port, "admin");
        askAtRandom(admin, "one");
        Set<String> before = series(admin);

        askAtRandom(admin, "two");
        askAtRandom(admin, "three");

        assertThat(series(admin)).isEqualTo(before);
    }

    private void askAtRandom(Visitor admin, String word) throws Exception {
        for (String path : List.of(
                "/" + word,
                "/api/" + word,
                "/api/cases/" + word,
                "/cases/FFA-VNM-A3/" + word,
                "/css/" + word + ".css",
                "/inbox;" + word,
                "/%2e%2e/" + word,
                "/login?" + word,
                "/models/" + word,
                "/actuator/" + word,
                "/actuator/metrics/" + word)) {
            admin.see(path);
            send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
            send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .method("BREW" + word.toUpperCase(), BodyPublishers.noBody()));
            send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("X-HTTP-Method-Override", word)
                    .POST(BodyPublishers.ofString(word)));
        }
    }

    private static void send(HttpRequest.Builder request) throws Exception {
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }

    /** Names and tags, without figures; those of Java and of the pools come and go by themselves. */
    private static Set<String> series(Visitor admin) {
        return admin.see("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_") || line.startsWith("spring_"))
                .map(line -> line.replaceFirst(" \\S+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String something(String variable) {
        return switch (variable) {
            case "caseId" -> "FFA-VNM-A3";
            case "version" -> "1";
            case "id" -> "00000000-0000-7000-8000-000000000001";
            default -> "xx";
        };
    }
}
