package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredMessagesTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoredMessages messages = new StoredMessages(JSON);

    @Test
    void comeBackAsTheyWereWritten() {
        List<Object> args = List.of(MessageArgument.agency("UNDP"), "agency:ILO", 2);

        assertThat(messages.read("stage.history.any", messages.write(args)).args())
                .isEqualTo(args);
    }

    /** Lines of before November 2026, which nobody ever rewrites. */
    @ParameterizedTest
    @CsvSource({
        "vetting.history.vote.DECLINE.VOIDED, agency:ILO, agency, ILO",
        "tasks.history.askedToSee, 'groups:coordinator:UNDP:FFA,coordinator:ILO:FFA', groups, 'coordinator:UNDP:FFA,coordinator:ILO:FFA'",
        "support.history.asked, topic:WORKSHOP, topic, WORKSHOP"
    })
    void readOldArgumentsByTheirKey(String key, String written, String kind, String code)
            throws JsonProcessingException {
        assertThat(messages.read(key, JSON.writeValueAsString(List.of(written))).args())
                .containsExactly(new MessageArgument(kind, code));
    }

    @ParameterizedTest
    @CsvSource({
        "cases.history.letter, group:x.pdf",
        "selection.history.nominated, group:coordinator:ILO:FFA",
        "operations.history.triedAgain, task:vetCountry",
        "no.dots.here, agency:ILO",
        "plain, agency:ILO"
    })
    void takeNoTextForAnArgumentWithAType(String key, String text) throws JsonProcessingException {
        assertThat(messages.read(key, JSON.writeValueAsString(List.of(text))).args())
                .containsExactly(text);
    }

    @Test
    void readOldRefusalsOfImportedRows() {
        assertThat(messages.asMeant(Message.of("selection.refused.mayNotNominate", "areaKey:FFA-A3"))
                        .args())
                .containsExactly(MessageArgument.areaKey("FFA-A3"));
    }

    @Test
    void keepNothingThatCannotComeBack() {
        assertThatThrownBy(() -> messages.write(List.of(Message.of("inside"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepTheirTypesInOtherRecordsToo() throws JsonProcessingException {
        Message message = Message.of("any", MessageArgument.country("VNM"), "country:VNM");

        assertThat(JSON.readValue(JSON.writeValueAsString(message), Message.class))
                .isEqualTo(message);
    }
}
