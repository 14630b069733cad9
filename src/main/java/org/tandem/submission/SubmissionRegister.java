package org.tandem.submission;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseColumns;
import org.tandem.funds.Call;
import org.tandem.funds.CallWords;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** Everything that went or is to go to a fund. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SubmissionRegister {

    private final Funds funds;
    private final Calls calls;
    private final Clock clock;
    private final CallWords words;
    private final Translator translator;

    @Bean
    Register<SubmissionRow> submissionsRegister(CaseColumns cases) {
        return cases.register(SubmissionProcess.KEY, "/submissions", SubmissionRow.class)
                .machines("/submissions", "submissions", "submissions", "submissions")
                .words("submission.list.title", "submission.list.empty.title", "submission.list.empty.text")
                .filter(cases.byFramework("submission.field.framework"))
                .filter(cases.byArea("submission.field.area"))
                .filter(cases.byCountry("submission.field.country"))
                .filter(cases.byState("submission.list.state", Stream.of(SubmissionState.values())))
                .filter(Filter.on("call", "submission.field.call", "call", () -> calls.all().stream()
                        .map(call -> new Choice(call.id(), call.title()))
                        .toList()))
                .filter(Filter.on("fund", "submission.field.fund", "fund", () -> funds.all().stream()
                        .map(fund -> new Choice(fund.code(), fund.shortName()))
                        .toList()))
                .order(Order.by("since", "submission.list.sort.since", "-since"))
                .order(cases.orderedByCountry("submission.field.country", "-since"))
                .counted("submission.list.count")
                .cells(
                        "submission.field.title",
                        row -> List.of(Cell.link(row.title, "/cases/" + row.id()), Cell.small(row.id())))
                .column("submission.field.country", row -> Cell.text(cases.countryName(row)))
                .column("submission.field.area", row -> Cell.text(cases.areaName(row)))
                .column("submission.list.state", cases::state)
                .column("submission.list.since", row -> Cell.date(row.since()))
                .column("submission.field.fund", row -> Cell.text(fundName(row)))
                .column("submission.field.call", row -> Cell.link(row.call, "/calls/" + row.call))
                .cells("submission.field.closes", this::closing)
                .column("submission.field.requested", row -> Cell.text(amount(row.requested)))
                .column("submission.field.approved", row -> Cell.text(amount(row.approved)))
                .data("title", String.class, row -> row.title)
                .data("fund", String.class, row -> row.fund)
                .data("call", String.class, row -> row.call)
                .data("closes", String.class, row -> row.closes)
                .data("daysLeft", "days_left", Long.class, row -> row.daysLeft(clock.instant()))
                .data("requested", BigDecimal.class, row -> row.requested)
                .data("approved", BigDecimal.class, row -> row.approved);
    }

    private String fundName(SubmissionRow row) {
        return funds.find(row.fund).map(Fund::shortName).orElse(row.fund);
    }

    private List<Cell> closing(SubmissionRow row) {
        Long days = row.daysLeft(clock.instant());
        Cell date = Cell.text(words.say(Call.CLOSES, row.closes));
        return days == null ? List.of(date) : List.of(date, Cell.small(translator.say("calls.daysLeft", days)));
    }

    private String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : words.say(Call.CEILING, amount.toPlainString());
    }
}
