package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;

@TandemTest("tandem.demo=true")
class OpenApiTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    MessageSource messages;

    @Test
    void isForEverybodyWhoIsSignedIn() {
        assertThat(http.getForEntity("/v3/api-docs", String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(document("observer").at("/info/title").asText()).isEqualTo("The API of Tandem");
        assertThat(document("observer")
                        .at("/components/securitySchemes/basic/scheme")
                        .asText())
                .isEqualTo("basic");
    }

    @Test
    void hasASentenceInEachLanguageOnEveryEndpoint() {
        for (JsonNode operation : operations()) {
            String key = "platform.api." + operation.get("operationId").asText();
            assertThat(List.of(Locale.ENGLISH, Locale.FRENCH))
                    .as("messages/platform-api*.properties need a sentence %s", key)
                    .allSatisfy(language -> assertThat(messages.getMessage(key, null, "", language))
                            .isNotBlank());
            assertThat(operation.get("summary").asText()).endsWith(".");
            String module = "platform.api.module." + operation.at("/tags/0").asText();
            assertThat(messages.getMessage(module, null, "", Locale.FRENCH))
                    .as(module)
                    .isNotBlank();
        }
    }

    @Test
    void writesAddressesWithoutPatternsAndNamesEveryOperationOnce() {
        assertThat(document("observer").get("paths").fieldNames())
                .toIterable()
                .contains("/api/cases/{caseId}", "/api/{module}/{caseId}/{taskKey}")
                .allMatch(path -> path.matches("/api(/[a-z-]+|/\\{[A-Za-z0-9]+})+"), "plain");
        assertThat(operations())
                .extracting(operation -> operation.get("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysHowARefusalLooks() {
        assertThat(operations()).allSatisfy(operation -> assertThat(operation
                        .at("/responses/422/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("/Problem"));
    }

    @Test
    void sendsFilesAsBrowsersDoAndKeepsThemAsBytes() {
        for (String upload : List.of("/api/cases/{caseId}/letters", "/api/selection/imports", "/api/uploads")) {
            JsonNode content = document("observer").get("paths").get(upload).at("/post/requestBody/content");
            assertThat(content.fieldNames()).toIterable().containsExactly("multipart/form-data");
            assertThat(content.findValuesAsText("format")).contains("binary");
        }
        JsonNode letter = document("observer")
                .get("paths")
                .get("/api/cases/{caseId}/letters/{letter}")
                .at("/get/responses/200/content");
        assertThat(letter.toString()).isEqualTo("""
                {"application/pdf":{"schema":{"type":"string","format":"binary"}}}""");
    }

    @Test
    void saysInWhichTypeEverythingIs() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.at("/requestBody/content").has("*/*")).isFalse();
            operation.get("responses").forEach(answer -> assertThat(
                            answer.path("content").has("*/*"))
                    .isFalse());
        });
    }

    @Test
    void isUnderTheLicenceOfTheProduct() throws IOException {
        assertThat(Files.readString(Path.of("LICENSE"))).contains("Apache License", "Version 2.0");
        assertThat(document("observer").at("/info/license").toString()).isEqualTo("""
                {"name":"Apache-2.0","url":"https://www.apache.org/licenses/LICENSE-2.0"}""");
    }

    @Test
    void isAPageForPeople() {
        String page = http.withBasicAuth("observer", "tandem").getForObject("/api?lang=fr", String.class);

        assertThat(page)
                .contains("L’API de Tandem", "curl -u rd.undp.rbap:tandem http://localhost:", "Boîte de réception")
                .doesNotContain("platform.api.")
                .doesNotContain("??");
        document("observer").get("paths").fieldNames().forEachRemaining(path -> assertThat(page)
                .contains(path));
    }

    private JsonNode document(String who) {
        return http.withBasicAuth(who, "tandem").getForObject("/v3/api-docs", JsonNode.class);
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document("observer").get("paths").forEach(path -> path.elements().forEachRemaining(operations::add));
        return operations;
    }
}
