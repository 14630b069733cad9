package org.tandem.proposal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.countries.CountriesMother;
import org.tandem.funds.FundsMother;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;

/** How content of any shape stands on paper. */
class WrittenContentTests {

    private static final Map<String, String> CHOSEN = Map.of(
            "risks.impact=4", "4 Major",
            "groups=WOMEN", "Women and girls",
            "organisations.organisation=ILO", "International Labour Organization");

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> said = Map.of(
            "form.risks.risks.risk.label", "Risk",
            "form.risks.risks.impact.label", "Impact",
            "proposal.document.field.year", "Year",
            "proposal.document.value.CLEARED", "Favorable",
            "proposal.document.value.NO", "Non");
    private PaperWords words;

    @BeforeEach
    void speak() {
        Translator translator = mock(Translator.class);
        when(translator.say(any(Message.class), any())).thenAnswer(call -> {
            Message words = call.getArgument(0);
            return said.getOrDefault(words.key(), words.key());
        });
        words = new PaperWords(translator, CountriesMother.countries(), FundsMother.markers(), json);
    }

    private List<Paper.Block> written(String form, String content) throws JsonProcessingException {
        return content(form, Locale.ENGLISH).write(json.readTree(content), 2);
    }

    private WrittenContent content(String form, Locale locale) {
        return new WrittenContent(
                words, locale, (path, value) -> Optional.ofNullable(CHOSEN.get(path + "=" + value)), form);
    }

    @Test
    void writesATextAsItIs() throws JsonProcessingException {
        assertThat(written("text", "{\"text\": \"One.\\nTwo.\"}")).containsExactly(new Paper.Text("One.\nTwo."));
    }

    @Test
    void writesRowsAsATableInTheWordsOfTheForm() throws JsonProcessingException {
        assertThat(written("risks", "{\"risks\": [{\"impact\": \"4\", \"risk\": \"Flood\"}, {\"risk\": \"War\"}]}"))
                .containsExactly(new Paper.Table(
                        List.of("Risk", "Impact"), List.of(List.of("Flood", "4 Major"), List.of("War", ""))));
    }

    @Test
    void saysEachOfSeveralChoicesInWords() throws JsonProcessingException {
        assertThat(written("targetGroups", "{\"groups\": [\"WOMEN\", \"GONE\"]}"))
                .containsExactly(new Paper.Text("• Women and girls"), new Paper.Text("• GONE"));
    }

    @Test
    void writesShortFieldsAsFactsAndLongOnesUnderTheirName() throws JsonProcessingException {
        String reason = "a very long reason ".repeat(20);

        assertThat(written("", "{\"a\": \"2\", \"bestReason\": \"%s\", \"c\": \"\"}".formatted(reason)))
                .containsExactly(
                        new Paper.Table(List.of(), List.of(List.of("A", "2"))),
                        new Paper.Heading(2, "", "Best reason"),
                        new Paper.Text(reason));
    }

    @Test
    void writesABudgetAsOneTableForEachOrganisation() throws JsonProcessingException {
        String budget = """
                {"currency": "USD", "organisations": [{"organisation": "ILO", "indirectRate": "7.00", "total": "1500.00",
                  "lines": [{"category": 1, "description": "Experts", "years": [
                               {"year": 1, "requested": "1000.00", "own": "0.00", "other": "0.00"},
                               {"year": 2, "requested": "500.00", "own": "0.00", "other": "0.00"}]}]}],
                 "total": "1500.00"}""";

        assertThat(written("budget", budget))
                .containsExactly(
                        new Paper.Table(List.of(), List.of(List.of("Currency", "USD"))),
                        new Paper.Heading(2, "", "Organisations"),
                        new Paper.Heading(3, "", "International Labour Organization"),
                        new Paper.Table(
                                List.of(),
                                List.of(
                                        List.of("Organisation", "International Labour Organization"),
                                        List.of("Indirect rate", "7.00"))),
                        new Paper.Heading(3, "", "Lines"),
                        new Paper.Table(
                                List.of("Category", "Description", "Year", "Requested", "Own", "Other"),
                                List.of(
                                        List.of(
                                                "1 Staff and other personnel",
                                                "Experts",
                                                "1",
                                                "1,000.00",
                                                "0.00",
                                                "0.00"),
                                        List.of(
                                                "1 Staff and other personnel",
                                                "Experts",
                                                "2",
                                                "500.00",
                                                "0.00",
                                                "0.00"))),
                        new Paper.Table(List.of(), List.of(List.of("Total", "1,500.00"))),
                        new Paper.Table(List.of(), List.of(List.of("Total", "1,500.00"))));
    }

    @Test
    void saysWhatWasTypedAsItWasTypedInEveryLanguage() throws JsonProcessingException {
        String typed = """
                {"outputs": [{"number": "1.10", "statement": "NO", "baseline": "1234.50"}]}""";
        String partners = """
                [{"name": "CLEARED", "note": "2.50", "result": "CLEARED"}]""";
        String budget = """
                {"lines": [{"description": "3.50", "requested": "1000.00"}]}""";

        assertThat(inFrench("resultsFramework", typed)).contains("1.10", "NO", "1234.50");
        assertThat(inFrench("partners", partners)).contains("CLEARED | Favorable | 2.50");
        assertThat(inFrench("budget", budget)).contains("3.50 | 1\u202f000,00");
    }

    private String inFrench(String form, String content) throws JsonProcessingException {
        return content(form, Locale.FRENCH).write(json.readTree(content), 2).stream()
                .flatMap(Paper.Block::lines)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void writesNothingWhereNothingWasWritten() throws JsonProcessingException {
        assertThat(written("text", "{}")).isEmpty();
        assertThat(written("text", "{\"text\": \" \"}")).isEmpty();
        assertThat(content("", Locale.ENGLISH).write(json.readTree("{}").path("nowhere"), 2))
                .isEmpty();
    }

    @Test
    void leavesNothingOutWhateverItsShape() throws JsonProcessingException {
        String strange =
                "{\"a\": [\"x1\", [\"x2\", \"x3\"], {\"b\": {\"c\": \"x4\"}}], \"d\": [[\"x5\"], [\"x6\"]], \"e\": 7}";

        assertThat(written("", strange).stream().flatMap(Paper.Block::lines))
                .satisfies(lines ->
                        assertThat(String.join("\n", lines)).contains("x1", "x2", "x3", "x4", "x5", "x6", "7"));
    }
}
