package org.tandem.programme;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseColumns;
import org.tandem.frameworks.AssessmentLink;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.proposal.ProposalState;

/** Joint programmes from the first idea on. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ProgrammeRegister {

    /** From the first idea on. */
    static final List<String> STATES = Stream.of(
                    Stream.of(ProgrammeState.IDEA),
                    Stream.of(ProposalState.values()),
                    Stream.of(ProgrammeState.SUBMITTED, ProgrammeState.APPROVED, ProgrammeState.WITHDRAWN))
            .flatMap(states -> states.map(String::valueOf))
            .toList();

    private final Funds funds;
    private final Starters starters;

    @Bean
    Register<ProgrammeRow> programmesRegister(CaseColumns cases) {
        return cases.register(ProgrammeProcess.KEY, "/programmes", ProgrammeRow.class)
                .machines("/programmes", "programmes", "programmes", "joint-programmes")
                .words("programme.list.title", "programme.list.empty.title", "programme.list.empty.text")
                .action("task.startProgramme", "/programmes/start", who -> starters.areas(who)
                        .findAny()
                        .isPresent())
                .filter(cases.byFramework("programme.field.framework"))
                .filter(cases.byArea("programme.field.area"))
                .filter(cases.byCountry("programme.field.country"))
                .filter(cases.byState("programme.list.state", STATES.stream()))
                .filter(Filter.on("fund", "programme.field.fund", "fund", () -> funds.all().stream()
                        .map(fund -> new Choice(fund.code(), fund.shortName()))
                        .toList()))
                .order(Order.by("changed", "programme.list.sort.changed", "-changedAt"))
                .order(cases.orderedByCountry("programme.field.country", "-changedAt"))
                .order(Order.by("since", "programme.list.sort.since", "-since"))
                .counted("programme.list.count")
                .column("programme.field.title", row -> Cell.link(row.title, "/cases/" + row.id()))
                .column("programme.field.country", row -> Cell.text(cases.countryName(row)))
                .column("programme.field.area", row -> Cell.text(cases.areaName(row)))
                .column("programme.list.state", cases::state)
                .column("programme.list.since", row -> Cell.date(row.since()))
                .column("programme.field.convening", row -> Cell.agency(row.convening))
                .column("programme.field.fund", row -> Cell.text(fundName(row)))
                .data("title", String.class, row -> row.title)
                .data("convening", String.class, row -> row.convening)
                .data("fund", String.class, row -> row.fund);
    }

    private String fundName(ProgrammeRow row) {
        return row.fund == null ? "" : funds.find(row.fund).map(Fund::shortName).orElse(row.fund);
    }

    /** From a finding to an idea (S-079). */
    @Bean
    AssessmentLink startFromAssessment() {
        return new AssessmentLink(
                "task.startProgramme",
                assessment -> "/programmes/start?assessment=" + assessment.code(),
                who -> starters.areas(who).findAny().isPresent());
    }
}
