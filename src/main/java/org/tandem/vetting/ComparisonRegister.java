package org.tandem.vetting;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.ListRows;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** What a director compares of the countries that wait, the most important first; the page puts the decisions beside it. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ComparisonRegister {

    private static final String FACT = "vetting.compare.fact.";

    private final Translator translator;
    private final Times times;

    @Bean
    Register<Candidate> candidatesRegister(CompareCountries compare, CurrentPerson person) {
        ListRows<Candidate> rows =
                new ListRows<>(() -> compare.candidates(person.get()), Map.of("id", Candidate::task));
        return new Register<>("vetting", "/vetting/compare", rows)
                .machines("/vetting/compare", "compare", "candidates", "countries-to-decide-on")
                .onAPageOfItsOwn()
                .scope(who -> Condition.test(candidate -> true))
                .order(Order.by("priority", FACT + "PRIORITY"))
                .cells(
                        FACT + "PRIORITY",
                        one -> orNone(one.priority().stream()
                                .map(flag -> Cell.tag("wait", say("priority." + flag)))
                                .toList()))
                .cells(
                        FACT + "ABSENCE",
                        one -> one.file().absent().isEmpty()
                                ? List.of(Cell.small(say("allPresent")))
                                : one.file().absent().stream()
                                        .map(agency -> Cell.tag("stop", say("absent", MessageArgument.agency(agency))))
                                        .toList())
                .column(
                        FACT + "COLLABORATIONS",
                        one -> one.file().collaborations() == 0
                                ? Cell.tag("stop", say("noneRunning"))
                                : Cell.text(times.number(one.file().collaborations())))
                .column(
                        FACT + "ROUND",
                        one -> one.round() > 1
                                ? Cell.tag("info", say("returned", one.round()))
                                : Cell.small(say("firstRound")))
                .column(
                        FACT + "GAIN",
                        one -> one.file().expectedGain() == null
                                ? Cell.small(say("none"))
                                : Cell.text(one.file().expectedGain()))
                .column(FACT + "NOMINATED_BY", one -> Cell.agency(one.file().nominatedBy()))
                .column(FACT + "AREA", one -> Cell.text(one.areaTitle() == null ? one.area() : one.areaTitle()))
                .cells(
                        FACT + "OTHER_AREAS",
                        one -> orNone(one.file().otherAreas().stream()
                                .flatMap(other -> Stream.of(
                                        Cell.link(other.area(), "/cases/" + other.caseId()),
                                        Cell.small(translator.say("cases.state." + other.state()))))
                                .toList()))
                .column(FACT + "WAITING", one -> Cell.ago(one.since()))
                .cells(FACT + "DUE", one -> one.due() == null ? List.of() : List.of(Cell.due(one.due())))
                .text(FACT + "ENTRY_POINT", one -> one.file().entryPoint())
                .text(FACT + "REASONS", one -> one.file().reasons())
                .text(FACT + "NO_COLLABORATION", one -> one.file().noCollaboration())
                .text(FACT + "ABSENCE_EXPLANATION", one -> one.file().absenceExplanation())
                .text(FACT + "QUESTION", Candidate::question)
                .text(FACT + "ANSWER", Candidate::answer)
                .text(FACT + "AMENDMENTS", one -> one.file().amendments())
                .file("case", Candidate::caseId)
                .file("country", Candidate::country)
                .columnsInFile();
    }

    private List<Cell> orNone(List<Cell> cells) {
        return cells.isEmpty() ? List.of(Cell.small(say("none"))) : cells;
    }

    private String say(String key, Object... args) {
        return translator.say("vetting.compare." + key, args);
    }
}
