package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.yaml.snakeyaml.Yaml;

/** Does the compose file describe an installation that could run? There need not be a Docker engine to know. */
class DockerComposeTests {

    private static final Path FILE = Path.of("docker-compose.yml");
    private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");

    /** As Compose reads it: with {@code :-} there is a default, with {@code :?} it refuses what is unset or empty. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?:(:[-?])([^}]*))?}");

    private Map<String, Object> compose;
    private Map<String, Object> services;

    @BeforeEach
    void parse() throws IOException {
        try (Reader reader = Files.newBufferedReader(FILE)) {
            compose = new Yaml().load(reader);
            services = map(compose.get("services"));
        }
    }

    @Test
    void holdsADatabaseTwoNodesAProxyAndAMailCatcher() {
        assertThat(services).containsOnlyKeys("database", "node-1", "node-2", "proxy", "mail");
        assertThat(service("node-1")).isEqualTo(service("node-2"));
    }

    @Test
    void startsNothingWithoutItsPasswords() throws IOException {
        Map<String, String> both = Map.of("TANDEM_DB_PASSWORD", "a", "TANDEM_ADMIN_PASSWORD", "b");

        assertThat(missing(Map.of())).containsExactlyInAnyOrderElementsOf(both.keySet());
        assertThat(missing(Map.of("TANDEM_DB_PASSWORD", "", "TANDEM_ADMIN_PASSWORD", "")))
                .containsExactlyInAnyOrderElementsOf(both.keySet());
        both.keySet().forEach(one -> assertThat(missing(Map.of(one, "given")))
                .containsExactlyElementsOf(both.keySet().stream()
                        .filter(other -> !other.equals(one))
                        .toList()));
        assertThat(missing(both)).isEmpty();
    }

    @Test
    void knowsNoDemoRosterAndNoPassword() throws IOException {
        assertThat(Files.readString(FILE)).doesNotContain("TANDEM_DEMO").doesNotContainIgnoringCase("fp.undp");
        assertThat(services.values())
                .flatMap(service ->
                        map(map(service).getOrDefault("environment", Map.of())).entrySet())
                .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|SECRET|KEY|TOKEN).*"))
                .hasSize(5)
                .allSatisfy(
                        variable -> assertThat(variable.getValue().toString()).matches("\\$\\{\\w+:\\?[^}]+}"));
    }

    @Test
    void namesOneExactVersionOfEveryImage() throws IOException {
        assertThat(services.values())
                .extracting(service -> map(service).get("image").toString())
                .filteredOn(image -> !image.equals("tandem"))
                .hasSize(3)
                .allMatch(image -> image.matches("[a-z/]+:v?[0-9]+(\\.[0-9]+){1,3}(-[a-z]+)?"))
                .anyMatch(image -> image.matches("postgres:17\\.(1[2-9]|[2-9][0-9]).*"));
        assertThat(Files.readAllLines(DOCKERFILE))
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM eclipse-temurin:17(\\.[0-9]+)+_[0-9]+-jre-[a-z]+( AS layers)?"));
    }

    @Test
    void letsInOnlyThisMachineUnlessAskedOtherwise() {
        assertThat(service("proxy").get("ports"))
                .isEqualTo(List.of("${TANDEM_BIND:-127.0.0.1}:80:80", "${TANDEM_BIND:-127.0.0.1}:443:443"));
        assertThat(service("mail").get("ports")).isEqualTo(List.of("127.0.0.1:8025:8025"));
        assertThat(List.of("database", "node-1", "node-2"))
                .allSatisfy(name -> assertThat(service(name)).doesNotContainKey("ports"));
    }

    @Test
    void keepsTheDatabaseWhereOnlyTheNodesAre() {
        assertThat(service("database").get("networks")).isEqualTo(List.of("back"));
        assertThat(services.keySet())
                .filteredOn(name -> networks(name).contains("back"))
                .containsExactlyInAnyOrder("database", "node-1", "node-2");
        assertThat(networks("node-1")).containsExactlyInAnyOrder("front", "back");
        assertThat(map(compose.get("networks"))).containsOnlyKeys("outside", "front", "back");
        assertThat(List.of("front", "back"))
                .allSatisfy(name ->
                        assertThat(map(map(compose.get("networks")).get(name))).containsEntry("internal", true));
    }

    @Test
    void nodesBelieveTheProxyAlone() {
        String proxy =
                (String) map(map(service("proxy").get("networks")).get("front")).get("ipv4_address");
        Map<String, Object> front =
                map(map(map(compose.get("networks")).get("front")).get("ipam"));
        Map<String, Object> range = map(((List<?>) front.get("config")).get(0));

        assertThat(map(service("node-1").get("environment"))).containsEntry("TANDEM_PROXIES", proxy);
        assertThat(new IpAddressMatcher((String) range.get("subnet")).matches(proxy))
                .isTrue();
        assertThat(new IpAddressMatcher((String) range.get("ip_range")).matches(proxy))
                .as("given to somebody else")
                .isFalse();
    }

    @Test
    void showsCaughtMailOnlyWhenTryingOut() {
        assertThat(service("mail").get("profiles")).isEqualTo(List.of("try"));
        assertThat(services.keySet())
                .filteredOn(name -> service(name).containsKey("profiles"))
                .containsExactly("mail");
    }

    @Test
    void everyContainerMayDoAsLittleAsPossible() throws IOException {
        assertThat(services.keySet()).allSatisfy(name -> assertThat(service(name))
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true")));
        assertThat(services.keySet())
                .filteredOn(name -> service(name).containsKey("cap_add"))
                .containsExactly("proxy");
        assertThat(service("proxy").get("cap_add")).isEqualTo(List.of("NET_BIND_SERVICE"));
        assertThat(service("database")).containsEntry("user", "postgres");
    }

    @Test
    void theDatabaseWritesNothingThatPeopleWroteIntoItsLog() {
        assertThat((List<?>) service("database").get("command"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains(
                        "log_parameter_max_length=0",
                        "log_parameter_max_length_on_error=0",
                        "log_min_error_statement=panic",
                        "log_error_verbosity=terse");
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
    }

    @Test
    void namesOnlyPropertiesTheApplicationKnows() throws IOException {
        Set<String> known = knownVariables();

        assertThat(known).contains("SERVER_PORT").doesNotContain("TANDEM_DEMOS");
        assertThat(map(service("node-1").get("environment")).keySet()).isSubsetOf(known);
    }

    @Test
    void mountsAProxyConfigurationThatNamesBothNodes() throws IOException {
        Path configuration = Path.of("src/main/docker/Caddyfile");

        assertThat(service("proxy").get("volumes"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("./" + configuration + ":/etc/caddy/Caddyfile:ro");
        assertThat(Files.readString(configuration))
                .contains("reverse_proxy node-1:8080 node-2:8080", "{$TANDEM_HOST:localhost} {", "admin off")
                .as("what only a visitor would send")
                .contains("header_up -Forwarded", "header_up -X-Forwarded-Prefix")
                .as("a name means TLS, port 80 alone would not")
                .doesNotContain(":80 {", "auto_https off", "trusted_proxies");
    }

    @Test
    void buildsAnImageThatIsNotRootAndKnowsItsHealth() throws IOException {
        Map<String, Object> build = map(service("node-1").get("build"));
        List<String> dockerfile = Files.readAllLines(DOCKERFILE);

        assertThat(build).containsEntry("context", ".").containsEntry("dockerfile", DOCKERFILE.toString());
        assertThat(dockerfile)
                .contains("USER tandem", "EXPOSE 8080", "ENV SERVER_ADDRESS=0.0.0.0")
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

    /** Variables without which Compose refuses, given these. */
    private static Set<String> missing(Map<String, String> given) {
        try {
            return VARIABLE.matcher(Files.readString(FILE).replaceAll("(?m)^\\s*#.*$", ""))
                    .results()
                    .filter(variable -> ":?".equals(variable.group(2)))
                    .map(variable -> variable.group(1))
                    .filter(name -> given.getOrDefault(name, "").isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> networks(String service) {
        Object networks = service(service).get("networks");
        Collection<?> names = networks instanceof Map<?, ?> named ? named.keySet() : (List<?>) networks;
        return names.stream().map(Object::toString).toList();
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
