package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tandem.platform.Role;
import org.tandem.submission.SweepClosings;

/** Walks address × person × state of the running application and compares it with {@code docs/authorisation.yaml} (D20). Every address is tried as every person, at full scale in all; in {@code make test} those who may do it in one of three states, everybody else in one; an address without a case as one of three people. */
@TandemTest({"tandem.demo=true", "tandem.test.database=authorisation"})
class AuthorisationTests {

    private static final Set<Integer> DENIED = Set.of(401, 403, 404, 409);

    private static final Pattern CASE = Pattern.compile("FFA-([A-Z]{3})-");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestRestTemplate http;

    @Autowired
    SweepClosings closings;

    @LocalServerPort
    int port;

    private final JsonNode table = read();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> bodies = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger tried = new AtomicInteger();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readString(Path.of("docs/authorisation.yaml")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void knowsEveryAddressOfTheApplicationAndNoOther() {
        Set<String> listed = new TreeSet<>(strings(table.get("task-addresses")));
        table.get("cases").fieldNames().forEachRemaining(listed::add);
        table.get("addresses").fieldNames().forEachRemaining(listed::add);

        assertThat(listed).isEqualTo(addresses());
    }

    @Test
    void knowsEveryRoleAndEveryState() {
        Set<String> roles = new TreeSet<>(strings(table.get("roles-without-demo-account")));
        table.get("people").forEach(person -> roles.add(person.get("role").asText()));

        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::code).toList());
        table.get("kinds").fields().forEachRemaining(kind -> assertThat(statesListed(kind.getValue()))
                .as(kind.getKey())
                .containsExactlyInAnyOrderElementsOf(strings(kind.getValue().get("states-of")).stream()
                        .flatMap(enumeration -> statesOf(enumeration).stream())
                        .toList()));
    }

    @Test
    void letsNobodyDoWhatTheTableDoesNotAllow() throws Exception {
        List<Runnable> walks = new ArrayList<>();
        table.get("kinds").fields().forEachRemaining(kind -> {
            List<String> states = strings(kind.getValue().get("states"));
            new CasesInEveryState(http, closings::sweep)
                    .open(kind.getKey(), states)
                    .forEach((state, caseId) -> walks.add(
                            () -> tryKind(kind.getKey(), new At(state, states.indexOf(state), states.size(), caseId))));
        });
        // One case has nothing to do with the other, and it is the longest walk of all.
        walks.parallelStream().forEach(Runnable::run);

        System.out.printf(
                "Authorisation: %d combinations of address, person and state tried, %s%n", tried.get(), Share.words());
        assertThat(wrong).isEmpty();
    }

    @Test
    void letsNobodyElsewhereEither() {
        table.get("addresses").fields().forEachRemaining(row -> tryAddress(row.getKey(), row.getValue()));

        assertThat(tried.get()).isPositive();
        assertThat(wrong).isEmpty();
    }

    /** A case in one of the states of its kind. */
    private record At(String state, int number, int states, String caseId) {

        boolean isTried(String address, String person, boolean allowed) {
            return allowed ? Share.takes(number, address, person) : Share.takesOneOf(states, number, address, person);
        }
    }

    private void tryKind(String kind, At at) {
        table.get("cases").fields().forEachRemaining(row -> {
            if (Set.of(kind, "every").contains(row.getValue().path("kind").asText("selection"))) {
                tryCase(row.getKey().replace("{process}", kind), row.getValue(), readers(kind, at), at);
            }
        });
        table.get("tasks").fields().forEachRemaining(task -> {
            if (task.getValue().get("kind").asText().equals(kind)) {
                strings(table.get("task-addresses"))
                        .forEach(address -> tryTask(address, task.getKey(), task.getValue(), readers(kind, at), at));
            }
        });
    }

    private void tryCase(String address, JsonNode row, Set<String> readers, At at) {
        String state = at.state();
        String path = fill(address, at.caseId());
        // Who else reads such a case in this state reads what every reader does.
        Set<String> allowed = peopleOrReaders(row.get("who"), readers);
        boolean inState = !row.has("states") || strings(row.get("states")).contains(state);
        Set<String> mayConflict =
                row.has("may-also-409") ? peopleOrReaders(row.get("may-also-409"), readers) : Set.of();
        for (String person : everybody()) {
            if (!at.isTried(address, person, allowed.contains(person))) {
                continue;
            }
            if (!readers.contains(person)) {
                expect(address, person, state, path, Set.of(404));
            } else if (!allowed.contains(person)) {
                expect(address, person, state, path, mayConflict.contains(person) ? Set.of(403, 409) : Set.of(403));
            } else if (!inState || people(row.path("except").path(state)).contains(person)) {
                expect(address, person, state, path, Set.of(row.get("otherwise").asInt()));
            } else if (row.path("quiet").asBoolean(true)) {
                expectAllowed(address, person, state, path);
            }
        }
    }

    private void tryTask(String address, String task, JsonNode row, Set<String> readers, At at) {
        String state = at.state();
        boolean open = strings(row.get("states")).contains(state);
        Set<String> allowed = people(row.get("who"));
        if (row.has("overlong")) {
            // Nothing in the form has to be filled in: without this the first who is allowed would send it.
            bodies.put(
                    address + " " + task,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(row.get("overlong").asText(), "x".repeat(20_000)));
        }
        String path =
                fill(address.replace("{module}", row.get("module").asText()).replace("{taskKey}", task), at.caseId());
        for (String person : everybody()) {
            if (!at.isTried(address + task, person, allowed.contains(person))) {
                continue;
            }
            if (!readers.contains(person)) {
                expect(address + " " + task, person, state, path, Set.of(404));
            } else if (!open) {
                expect(address + " " + task, person, state, path, Set.of(404, 409));
            } else if (!allowed.contains(person)) {
                expect(address + " " + task, person, state, path, Set.of(403));
            } else if (state.equals("SUSPENDED")) {
                expect(address + " " + task, person, state, path, Set.of(200, 302, 409));
            } else {
                expectAllowed(address + " " + task, person, state, path);
            }
        }
    }

    private Set<String> peopleOrReaders(JsonNode who, Set<String> readers) {
        return who.asText().equals("readers") ? readers : people(who);
    }

    /** Members of the parties, observers, administrators, and whom the kind names beside them in this state. */
    private Set<String> readers(String kind, At at) {
        Set<String> readers = people(table.get("readers"));
        readers.addAll(
                strings(table.get("kinds").get(kind).path("further-readers").path(at.state())));
        return readers;
    }

    private void tryAddress(String address, JsonNode row) {
        String path = fill(address, "FFA-XXX-A3")
                + (row.has("query") ? "?" + row.get("query").asText() : "");
        bodies.put(address, row.path("body"));
        String who = row.get("who").isTextual() ? row.get("who").asText() : "";
        for (String person : everybody()) {
            if (!Share.takes(0, address, person)) {
                continue;
            }
            boolean allowed = who.equals("everyone")
                    || who.equals("anyone")
                    || people(row.get("who")).contains(person);
            if (!allowed) {
                expect(address, person, "-", path, Set.of(row.path("otherwise").asInt(403)));
            } else if (row.path("quiet").asBoolean(true)) {
                expectNot(address, person, path, Set.of(401, 403));
            }
        }
        int status = send(new Visitor(port), address, path).statusCode();
        tried.incrementAndGet();
        boolean let = !who.equals("anyone") && status != 401 && status != 403 && status != 302;
        if (let) {
            wrong.add(address + ": somebody not signed in got " + status);
        }
    }

    private void expect(String address, String person, String state, String path, Set<Integer> statuses) {
        int status = status(person, path, address);
        if (!statuses.contains(status)) {
            wrong.add(address + ", " + person + ", " + state + ": " + status + " instead of " + statuses);
        }
    }

    private void expectAllowed(String address, String person, String state, String path) {
        int status = status(person, path, address);
        if (DENIED.contains(status) || status >= 500) {
            wrong.add(address + ", " + person + ", " + state + ": " + status + " although allowed");
        }
    }

    private void expectNot(String address, String person, String path, Set<Integer> statuses) {
        int status = status(person, path, address);
        if (statuses.contains(status) || status >= 500) {
            wrong.add(address + ", " + person + ": " + status + " although allowed");
        }
    }

    private int status(String person, String path, String address) {
        tried.incrementAndGet();
        String account = table.get("people").get(person).get("account").asText().replace("{country}", officeOf(path));
        Visitor visitor = visitors.computeIfAbsent(account, this::signIn);
        return send(visitor, address, path).statusCode();
    }

    /** Country of the case in the path; Viet Nam when there is none, or none with an office. */
    private static String officeOf(String path) {
        Matcher subject = CASE.matcher(path);
        String country = subject.find() ? subject.group(1).toLowerCase(Locale.ROOT) : "vnm";
        return Set.of("xxx", "omn").contains(country) ? "vnm" : country;
    }

    private Visitor signIn(String account) {
        Visitor visitor = Visitor.signedIn(port, account, "tandem");
        assertThat(visitor.get("/profile").statusCode()).as(account).isEqualTo(200);
        return visitor;
    }

    private HttpResponse<String> send(Visitor visitor, String address, String path) {
        Map<String, String> body = new LinkedHashMap<>();
        bodies.getOrDefault(address, MissingNode.getInstance())
                .fields()
                .forEachRemaining(
                        field -> body.put(field.getKey(), field.getValue().asText()));
        return visitor.send(address.substring(0, address.indexOf(' ')), path, body);
    }

    /** Puts something that exists, or could, in the place of every variable. */
    private static String fill(String address, String caseId) {
        return address.substring(address.indexOf(' ') + 1)
                .replace("{caseId}", caseId)
                .replace("{iso3}", "VNM")
                .replace("{shortCode}", "FFA")
                .replace("/funds/{code}", "/funds/COV00")
                .replace("/calls/{code}", "/calls/IPS-2025-MGA2")
                .replace("/models/{process}", "/models/vetting")
                .replace("{version}", "1")
                .replace("/sections/{section}", "/sections/summary")
                .replace("{revision}", "1")
                .replace("/assessments/{code}", "/assessments/SEIA-JOR")
                .replaceAll(
                        "\\{[a-zA-Z]+}", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
    }

    private Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            for (String pattern : info.getPatternValues()) {
                String plain = pattern.replaceAll("\\{([a-zA-Z0-9]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
                Stream<RequestMethod> methods =
                        info.getMethodsCondition().getMethods().isEmpty()
                                ? Stream.of(RequestMethod.GET)
                                : info.getMethodsCondition().getMethods().stream();
                methods.forEach(one -> addresses.add(one + " " + plain));
            }
        });
        return addresses;
    }

    private Set<String> everybody() {
        Set<String> people = new LinkedHashSet<>();
        table.get("people").fieldNames().forEachRemaining(people::add);
        return people;
    }

    private Set<String> people(JsonNode who) {
        if (who.isTextual()) {
            return who.asText().equals("everyone") || who.asText().equals("anyone")
                    ? everybody()
                    : new LinkedHashSet<>(strings(table.get(who.asText())));
        }
        return new LinkedHashSet<>(strings(who));
    }

    /** All states of a kind that the table names, without the flags. */
    private static Set<String> statesListed(JsonNode kind) {
        Set<String> states = new TreeSet<>(strings(kind.get("states")));
        states.addAll(strings(kind.path("passing-states")));
        strings(kind.path("flags")).forEach(states::remove);
        return states;
    }

    private static List<String> statesOf(String enumeration) {
        try {
            return Arrays.stream(Class.forName(enumeration).getEnumConstants())
                    .map(Object::toString)
                    .toList();
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
