package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After one vote, every address that can be read is read as everybody else, and holds neither decision nor reason. Who is not close to the case reads a share of them in {@code make test}. */
// A database of its own: what other tests nominate or flash would be counted here.
@TandemTest({"tandem.demo=true", "tandem.test.database=blind-vote"})
class BlindVoteTests {

    private static final String COUNTRY = "MMR";
    private static final String CASE = "FFA-MMR-A4";
    private static final String VOTER = "rd.undp.rbap";
    private static final String OTHER_DIRECTOR = "rd.ilo.asia_pacific";
    private static final List<String> CLOSE =
            List.of(OTHER_DIRECTOR, "fp.undp.a4", "fp.ilo.a4", "co.ilo.mmr", "rc.mmr");
    private static final String DECLINED_BECAUSE = "Quince harvest 7f3a91c2 failed";
    private static final String CONDITION = "Medlar harvest b81c04e7 first";
    private static final String DRAFTED = "Sorrel harvest 5d20fe68 perhaps";
    private static final String APPROVED_IF = "Damson harvest 90ce1b44 comes";
    private static final List<String> SECRETS = List.of("7f3a91c2", "b81c04e7", "5d20fe68", "90ce1b44");
    private static final Pattern DECISION = Pattern.compile("(?i)declin|refus|approu?v");

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
    }

    @Test
    void isSealedForEverybodyElseUntilAllHaveVoted() {
        Caller voter = Caller.of(http, VOTER);
        nominate(voter);
        List<Visitor> others = others();
        Map<String, String> typed = Map.of("decision", "APPROVE", "conditions", DRAFTED);
        assertThat(voter.as(OTHER_DIRECTOR)
                        .put("/api/vetting/" + CASE + "/vetCountry/draft", typed)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        vote(voter, "DECLINE", "reason", DECLINED_BECAUSE);
        Map<Visitor, Map<String, String>> declined = readAll(others, addresses());
        assertThat(body(VOTER, "/cases/" + CASE)).contains(DECLINED_BECAUSE);
        assertThat(body(VOTER, "/api/cases/" + CASE)).contains(DECLINED_BECAUSE);
        assertThat(body(OTHER_DIRECTOR, "/vetting/" + CASE + "/vetCountry")).contains(DRAFTED);

        assertThat(voter.delete("/api/vetting/" + CASE + "/vote").getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        vote(voter, "APPROVE", "conditions", APPROVED_IF);
        declined.forEach(BlindVoteTests::readsTheSameAgain);
        assertThat(logged()).noneMatch(line -> SECRETS.stream().anyMatch(line::contains));

        vote(voter.as(OTHER_DIRECTOR), "APPROVE", "conditions", CONDITION);
        seesBothVotes(voter, others);
    }

    private static void vote(Caller director, String decision, String field, String text) {
        assertThat(director.vet(CASE, decision, field, text).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private void nominate(Caller voter) {
        assertThat(voter.as("fp.undp.a4").nominate(COUNTRY, "A4").getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(voter.as("fp.ilo.a4")
                        .answer("selection", CASE, "agreeNomination", Map.of("decision", "AGREE"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        // So that there is a letter and an import to be read.
        assertThat(List.of(
                        voter.as("fp.undp.a4").addLetter(CASE),
                        voter.as("coord.undp").importNomination("LKA", "A4")))
                .containsOnly(HttpStatus.CREATED);
    }

    /** What each reader finds of words of deciding where the country is mentioned; the texts themselves nowhere. */
    private static Map<Visitor, Map<String, String>> readAll(List<Visitor> others, Collection<String> addresses) {
        Map<Visitor, Map<String, String>> found = new LinkedHashMap<>();
        int read = 0;
        for (Visitor other : others) {
            Map<String, String> words = new LinkedHashMap<>();
            for (String address : addresses) {
                if (!CLOSE.contains(other.name()) && !Share.takes(0, other.name(), address)) {
                    continue;
                }
                Seen answer = other.see(address);
                read += answer.status() == 200 ? 1 : 0;
                holdsNoSecret(other, address, answer);
                if (answer.body().contains(CASE) || answer.body().contains("Myanmar")) {
                    words.put(address, decisionWords(answer));
                }
            }
            found.put(other, words);
        }
        assertThat(read).as("pages that could be read").isGreaterThan(others.size() * 10);
        return found;
    }

    /** What a decision would show by is the same whether it was a no or a yes. */
    private static void readsTheSameAgain(Visitor reader, Map<String, String> whenDeclined) {
        whenDeclined.forEach((address, words) -> {
            Seen answer = reader.see(address);
            holdsNoSecret(reader, address, answer);
            assertThat(decisionWords(answer))
                    .as("%s %s", reader.name(), address)
                    .isEqualTo(words);
        });
    }

    private static void holdsNoSecret(Visitor reader, String address, Seen answer) {
        String where = reader.name() + " " + address;
        assertThat(answer.status()).as(where).isLessThan(500);
        for (String secret : SECRETS) {
            boolean own = reader.name().equals(OTHER_DIRECTOR) && DRAFTED.contains(secret);
            if (!own) {
                assertThat(answer.body().contains(secret) || answer.headers().contains(secret))
                        .as("%s holds %s", where, secret)
                        .isFalse();
            }
        }
    }

    private static String decisionWords(Seen answer) {
        return DECISION.matcher(answer.body())
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private void seesBothVotes(Caller voter, List<Visitor> others) {
        int readers = 0;
        for (Visitor other : others) {
            if (other.see("/api/cases/" + CASE).status() == 200) {
                readers++;
                for (String address : List.of("/cases/" + CASE, "/api/cases/" + CASE)) {
                    assertThat(other.see(address).body())
                            .as("%s %s", other.name(), address)
                            .contains(APPROVED_IF, CONDITION)
                            .as("of a vote taken back only the fact is kept")
                            .doesNotContain(DECLINED_BECAUSE);
                }
            }
        }
        assertThat(readers).isGreaterThanOrEqualTo(10);
        assertThat(voter.get("/api/cases/" + CASE).getBody().toString()).contains(CONDITION);
    }

    /** One account for every role of every agency, and those who are close to the case; not the voter. */
    private List<Visitor> others() {
        Set<String> names = EveryAddress.oneOfEveryRole(jdbc);
        names.remove(VOTER);
        names.addAll(CLOSE);
        names.addAll(List.of("admin", "observer"));
        return names.stream().map(name -> Visitor.of(port, name)).toList();
    }

    private String body(String name, String address) {
        return http.withBasicAuth(name, "tandem").getForObject(address, String.class);
    }

    private List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getFormattedMessage() + event.getMDCPropertyMap() + thrown);
        }
        return lines;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private Set<String> addresses() {
        Set<String> addresses = new EveryAddress(
                        context,
                        jdbc,
                        CASE,
                        "vetting",
                        "vetCountry",
                        COUNTRY,
                        VOTER,
                        "q=harvest&country=" + COUNTRY + "&framework=FFA&cases=" + CASE + "&process=vetting&lang=fr")
                .all();
        // What nobody may read is not found by its own words either.
        SECRETS.forEach(secret -> addresses.addAll(
                List.of("/search?q=" + secret.substring(0, 4), "/api/search?q=" + secret.substring(0, 4))));
        assertThat(addresses)
                .contains("/cases/" + CASE, "/api/cases/" + CASE, "/inbox", "/api/inbox", "/actuator/health");
        return addresses;
    }
}
