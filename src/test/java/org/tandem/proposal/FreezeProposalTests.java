package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.cases.CaseId;

/** Is the fingerprint that of the content and of nothing else? */
class FreezeProposalTests {

    private static final CaseId ID = new CaseId("FFA-VNM-A3-P1");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isTheSameWhateverTheOrderOfPartsAndNames() {
        assertThat(content(part("a", "{\"x\":\"1\",\"y\":\"2\"}"), part("b", "[]")))
                .isEqualTo(content(part("b", "[]"), part("a", "{\"y\":\"2\",\"x\":\"1\"}")))
                .isEqualTo("{\"a\":{\"x\":\"1\",\"y\":\"2\"},\"b\":[]}");
    }

    @Test
    void changesWithEveryChangeOfContent() {
        String before = print(part("a", "{\"text\":\"Ten\"}"));

        assertThat(print(part("a", "{\"text\":\"ten\"}"))).isNotEqualTo(before);
        assertThat(print(part("a", "{\"text\":\"Ten \"}"))).isNotEqualTo(before);
        assertThat(print(part("a", "{\"text\":null}"))).isNotEqualTo(before);
        assertThat(print(part("a", "{\"text\":\"Ten\"}"), part("b", "{}"))).isNotEqualTo(before);
        assertThat(print(part("a", "[\"1\",\"2\"]"))).isNotEqualTo(print(part("a", "[\"2\",\"1\"]")));
    }

    @Test
    void isTheSha256OfTheCanonicalText() {
        assertThat(FreezeProposal.fingerprint(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(FreezeProposal.fingerprint("é")).hasSize(64).isNotEqualTo(FreezeProposal.fingerprint("e"));
    }

    private String print(ContentPart... parts) {
        return FreezeProposal.fingerprint(content(parts));
    }

    @SuppressWarnings("NullAway")
    private String content(ContentPart... parts) {
        return new FreezeProposal(List.of(parts), null, null, json, Clock.systemUTC()).content(ID);
    }

    private ContentPart part(String name, String content) {
        return new ContentPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public JsonNode of(CaseId id) {
                try {
                    return json.readTree(content);
                } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        };
    }
}
