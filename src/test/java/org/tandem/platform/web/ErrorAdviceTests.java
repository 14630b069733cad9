package org.tandem.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.Refused;

@WebMvcTest(controllers = ErrorAdviceTests.Trouble.class)
@Import(ErrorAdviceTests.Trouble.class)
@WithMockUser
class ErrorAdviceTests {

    record Wish(
            @Nullable String reason, int count, @Nullable Map<String, Object> more) {}

    @RestController
    static class Trouble {

        @GetMapping({"/trouble/{kind}", "/api/trouble/{kind}"})
        String trouble(@PathVariable String kind) {
            throw switch (kind) {
                case "INVALID" -> Refused.invalid("reason", "platform.problem.missing", "reason");
                case "saved-first" -> new OptimisticLockingFailureException("version 3");
                case "twice" -> new DataIntegrityViolationException("pk", new SQLException("pk", "23505"));
                case "nul" -> new DataIntegrityViolationException("nul", new SQLException("0x00", "22021"));
                case "nul-in-engine" ->
                    new ProcessEngineException("query", new RuntimeException(new SQLException("0x00", "22021")));
                case "no-database" -> new DataAccessResourceFailureException("gone");
                case "wrapped" -> new ProcessEngineException("delegate", Refused.conflict("platform.problem.409"));
                case "away" -> new JpaSystemException(new IllegalStateException(new SQLException("secret", "08006")));
                case "busy" -> new ProcessEngineException("delegate", new SQLException("secret", "55P03"));
                case "full" -> new TransactionSystemException("commit", new SQLException("secret", "53100"));
                case "fault" -> new IllegalStateException("secret detail");
                default -> new Refused(Refused.Kind.valueOf(kind), "platform.problem.400");
            };
        }

        @PostMapping("/trouble/busy")
        String busy() {
            throw trouble();
        }

        private static RuntimeException trouble() {
            return new TransactionSystemException("commit", new SQLException("secret", "55P03"));
        }

        @PostMapping("/trouble/fault")
        String fault() {
            throw new IllegalStateException("secret detail");
        }

        @GetMapping({"/wish/{id}", "/api/wish/{id}"})
        String one(@PathVariable UUID id, @RequestParam int count) {
            return id + " " + count;
        }

        @PostMapping("/api/wish")
        Wish wish(@RequestBody Wish wish) {
            return wish;
        }

        @PostMapping("/api/wishes")
        int wishes(@RequestBody List<Wish> wishes) {
            return wishes.size();
        }
    }

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource({
        "INVALID, 422",
        "CONFLICT, 409",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "TOO_LARGE, 413",
        "saved-first, 409",
        "twice, 409",
        "nul, 422",
        "nul-in-engine, 422",
        "wrapped, 409",
        "no-database, 503",
        "away, 503",
        "busy, 503",
        "full, 503",
        "fault, 500"
    })
    void saysTheSameToPeopleAndMachines(String kind, int status) throws Exception {
        mvc.perform(get("/trouble/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("<h1>")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/api/trouble/" + kind))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.instance").value("/api/trouble/" + kind))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void namesTheFieldAndTheCode() throws Exception {
        mvc.perform(get("/api/trouble/INVALID"))
                .andExpect(jsonPath("$.field").value("reason"))
                .andExpect(jsonPath("$.code").value("platform.problem.missing"))
                .andExpect(jsonPath("$.detail").value("“reason” is missing."));
    }

    @Test
    void speaksTheLanguageOfTheRequest() throws Exception {
        mvc.perform(get("/api/trouble/INVALID").header("Accept-Language", "fr-CH, en;q=0.5"))
                .andExpect(jsonPath("$.detail").value("«\u202freason\u202f» manque."));
        mvc.perform(get("/trouble/saved-first").header("Accept-Language", "fr"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<html lang=\"fr\""),
                                containsString("La situation a changé entre-temps"))));
    }

    @Test
    void tellsAFaultByNumberOnly() throws Exception {
        mvc.perform(get("/trouble/fault"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Error number: "),
                                not(containsString("secret detail")),
                                not(containsString("Exception")))));
        mvc.perform(get("/api/trouble/fault"))
                .andExpect(jsonPath("$.errorId").isNotEmpty())
                .andExpect(content().string(not(containsString("secret detail"))));
    }

    @Test
    void givesBackWhatWasTypedButNoPassword() throws Exception {
        mvc.perform(post("/trouble/fault")
                        .with(csrf())
                        .header("Referer", "http://localhost/vetting/FFA-VNM-A3/vetCountry?from=inbox")
                        .param("reason", "A reason <b>written</b> with care")
                        .param("newPassword", "correct horse battery staple"))
                .andExpect(content()
                        .string(allOf(
                                containsString("A reason &lt;b&gt;written&lt;/b&gt; with care"),
                                containsString("/vetting/FFA-VNM-A3/vetCountry?from=inbox"),
                                not(containsString("correct horse")))));
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseAndComesBackByItself() throws Exception {
        mvc.perform(get("/trouble/away"))
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content()
                        .string(allOf(
                                containsString("The database does not answer"),
                                containsString("http-equiv=\"refresh\""),
                                not(containsString("secret")))));
        mvc.perform(get("/trouble/full").header("Accept-Language", "fr"))
                .andExpect(content()
                        .string(allOf(
                                containsString("<html lang=\"fr\""),
                                containsString("La base de données n’a plus de place"))));
        mvc.perform(get("/api/trouble/busy"))
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.code").value("platform.problem.busy"));
    }

    @Test
    void givesBackWhatWasTypedWhileSomebodyElseWasAtIt() throws Exception {
        mvc.perform(post("/trouble/busy").with(csrf()).param("reason", "A reason <b>written</b> with care"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content()
                        .string(allOf(
                                containsString("Somebody else is working on this right now"),
                                containsString("A reason &lt;b&gt;written&lt;/b&gt; with care"),
                                not(containsString("http-equiv=\"refresh\"")))));
    }

    @Test
    void doesNotSendPeopleToOtherSites() throws Exception {
        mvc.perform(get("/trouble/CONFLICT").header("Referer", "http://elsewhere.test/inbox"))
                .andExpect(content().string(not(containsString("elsewhere"))));
    }

    @Test
    void explainsWhatCannotBeRead() throws Exception {
        mvc.perform(get("/wish/not-an-id?count=1")).andExpect(status().isNotFound());
        mvc.perform(get("/api/wish/{id}?count=many", UUID.randomUUID()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("count"))
                .andExpect(jsonPath("$.code").value("platform.problem.wrongType"));
        mvc.perform(get("/api/wish/{id}", UUID.randomUUID()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("platform.problem.missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":              | platform.problem.malformed       |",
                "{\"raeson\": \"typo\"}    | platform.problem.unknownProperty | raeson",
                "{\"count\": \"many\"}     | platform.problem.wrongType       | count",
                "''                        | platform.problem.noBody          |"
            })
    void explainsABodyThatCannotBeRead(String body, String code, String field) throws Exception {
        var answer = mvc.perform(post("/api/wish")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value(code));
        if (field != null) {
            answer.andExpect(jsonPath("$.field").value(field));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/wishes, '[', '{},', 10000, '{}]'",
        "/api/wish, '{\"more\": {\"a\": ', '[', 60, ''",
        "/api/wish, '{\"count\": ', '9', 60, '}'",
        "/api/wish, '{\"more\": {\"', 'n', 300, '\": 1}}'",
        "/api/wish, '{\"reason\": \"', 'x', 1020000, '\"}'",
        "/api/wish, '{\"reason\": ', ' ', 1020000, '\"\"}'"
    })
    void refusesJsonThatGoesBeyondALimit(String address, String begin, String again, int times, String end)
            throws Exception {
        send(address, begin + again.repeat(times) + end)
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("platform.problem.beyondLimit"))
                .andExpect(jsonPath("$.detail").value(containsString("line 1, column ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/wish   | {\"reason\": \"a\\u0000b\"}                     | reason",
                "/api/wish   | {\"reason\": \"half \\ud83d\"}                  | reason",
                "/api/wish   | {\"more\": {\"a\": [\"\\udc00\"]}}              | more.a",
                "/api/wishes | [{\"reason\": \"\"}, {\"reason\": \"\\u0000\"}] | [1].reason"
            })
    void refusesATextThatCannotBeKeptWhereItStands(String address, String body, String field) throws Exception {
        send(address, body)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("platform.problem.unstorableAt"))
                .andExpect(jsonPath("$.field").value(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": 1e999999999}",
                "{\"count\": 99999999999}",
                "{\"count\": \"1e999999999\"}",
                "{\"count\": NaN}",
                "{\"count\": 1, \"count\": 2}",
                "{\"more\": {\"a\": 1, \"a\": 2}}",
                "{\"count\": 1} {\"count\": 2}",
                "{\"count\": 1}]",
                "{\"reason\": [\"x\"]}"
            })
    void refusesJsonThatCanBeReadInTwoWays(String body) throws Exception {
        send("/api/wish", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void takesTheLettersOfAnEscapeAsTheyWereTyped() throws Exception {
        send("/api/wish", "{\"reason\": \"the letters \\\\u0000 and \\ud83c\\udf31\"}")
                .andExpect(jsonPath("$.reason").value("the letters \\u0000 and 🌱"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/cbor", "application/x-jackson-smile", "application/xml"})
    void takesJsonInNoOtherWriting(String type) throws Exception {
        mvc.perform(post("/api/wish").with(csrf()).contentType(type).content("reason: x"))
                .andExpect(status().isUnsupportedMediaType());
    }

    private ResultActions send(String address, String body) throws Exception {
        return mvc.perform(post(address)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void saysWhichMethodsAndTypesAreTaken() throws Exception {
        mvc.perform(get("/api/wish"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"));
        mvc.perform(post("/api/wish")
                        .with(csrf())
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(post("/api/wish")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .accept(MediaType.TEXT_HTML)
                        .content("{\"reason\": \"r\", \"count\": 1}"))
                .andExpect(status().isNotAcceptable());
        assertThat(mvc.perform(get("/nowhere")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }
}
