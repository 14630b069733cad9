package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.Yaml;

/** Does the compose file describe an installation that could run? There need not be a Docker engine to know. */
class DockerComposeTests {

    private static final Path FILE = Path.of("docker-compose.yml");

    private Map<String, Object> services;

    @BeforeEach
    void parse() throws IOException {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            Map<String, Object> compose = new Yaml().load(reader);
            services = map(compose.get("services"));
        }
    }

    @Test
    void holdsADatabaseTwoNodesAProxyAndAMailCatcher() {
        assertThat(services).containsOnlyKeys("database", "node-1", "node-2", "proxy", "mail");
        assertThat(service("database").get("image")).isEqualTo("postgres:17");
        assertThat(service("node-1")).isEqualTo(service("node-2"));
    }

    @Test
    void letsTheWorldInThroughTheProxyAlone() {
        assertThat(service("proxy").get("ports")).isEqualTo(List.of("8080:80"));
        assertThat(service("mail").get("ports")).isEqualTo(List.of("8025:8025"));
        assertThat(List.of("database", "node-1", "node-2"))
                .allSatisfy(name -> assertThat(service(name)).doesNotContainKey("ports"));
    }

    @Test
    void checksTheHealthOfEveryService() {
        assertThat(services.keySet()).allSatisfy(name -> {
            List<?> test = (List<?>) map(service(name).get("healthcheck")).get("test");
            assertThat(test).hasSizeGreaterThan(1);
        });
    }

    @Test
    void startsNodesAfterTheDatabaseAndTheProxyAfterTheNodes() {
        assertThat(service("node-1").get("depends_on"))
                .isEqualTo(Map.of("database", Map.of("condition", "service_healthy")));
        assertThat(map(service("proxy").get("depends_on")))
                .containsOnlyKeys("node-1", "node-2")
                .allSatisfy((name, how) -> assertThat(how).isEqualTo(Map.of("condition", "service_healthy")));
    }

    @Test
    void givesANodeTimeToFinishItsRequestsAndJobs() {
        String grace = (String) service("node-1").get("stop_grace_period");

        assertThat(DurationStyle.detectAndParse(grace)).hasSeconds(100);
    }

    @Test
    void nodesUseTheDatabaseOfThisFile() {
        Map<String, Object> node = map(service("node-1").get("environment"));
        Map<String, Object> database = map(service("database").get("environment"));

        assertThat(node.get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://database:5432/" + database.get("POSTGRES_DB"));
        assertThat(node.get("SPRING_DATASOURCE_USERNAME")).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(node.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("POSTGRES_PASSWORD"));
        assertThat(node.get("SPRING_MAIL_HOST")).isEqualTo("mail");
        assertThat(node.get("TANDEM_DEMO")).isEqualTo("${TANDEM_DEMO:-true}");
    }

    @Test
    void namesOnlyPropertiesTheApplicationKnows() throws IOException {
        Set<String> known = knownVariables();

        assertThat(known).contains("SERVER_PORT").doesNotContain("TANDEM_DEMOS");
        assertThat(map(service("node-1").get("environment")).keySet()).isSubsetOf(known);
    }

    @Test
    void holdsNoPasswordButTheDocumentedDefault() {
        assertThat(services.values())
                .flatMap(service ->
                        map(map(service).getOrDefault("environment", Map.of())).entrySet())
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|KEY|TOKEN).*"))
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(variable.getValue()).isEqualTo("${TANDEM_DB_PASSWORD:-tandem}"));
    }

    @Test
    void mountsAProxyConfigurationThatNamesBothNodes() throws IOException {
        Path configuration = Path.of("src/main/docker/Caddyfile");

        assertThat(service("proxy").get("volumes"))
                .isEqualTo(List.of("./" + configuration + ":/etc/caddy/Caddyfile:ro"));
        assertThat(Files.readString(configuration)).contains("reverse_proxy node-1:8080 node-2:8080", ":80 {");
    }

    @Test
    void buildsAnImageThatIsNotRootAndKnowsItsHealth() throws IOException {
        Map<String, Object> build = map(service("node-1").get("build"));
        List<String> dockerfile =
                Files.readAllLines(FILE.toAbsolutePath().getParent().resolve((String) build.get("dockerfile")));

        assertThat(build.get("context")).isEqualTo(".");
        assertThat(dockerfile)
                .contains("FROM eclipse-temurin:17-jre", "USER tandem", "EXPOSE 8080")
                .anyMatch(line -> line.startsWith("HEALTHCHECK"))
                .anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\""));
        assertThat(dockerfile.indexOf("USER tandem"))
                .as("after the last file is copied")
                .isGreaterThan(lastCopy(dockerfile));
    }

    private static int lastCopy(List<String> dockerfile) {
        int last = -1;
        for (int i = 0; i < dockerfile.size(); i++) {
            last = dockerfile.get(i).startsWith("COPY") ? i : last;
        }
        return last;
    }

    /** As environment variables: dots become underscores, dashes go. */
    private static Set<String> knownVariables() throws IOException {
        Set<String> known = new HashSet<>();
        ObjectMapper json = new ObjectMapper();
        for (String file : List.of("", "additional-")) {
            String name = "META-INF/" + file + "spring-configuration-metadata.json";
            for (URL url :
                    Collections.list(DockerComposeTests.class.getClassLoader().getResources(name))) {
                for (JsonNode property : json.readTree(url).path("properties")) {
                    String variable =
                            property.path("name").asText().replace('.', '_').replace("-", "");
                    known.add(variable.toUpperCase(Locale.ROOT));
                }
            }
        }
        return known;
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
