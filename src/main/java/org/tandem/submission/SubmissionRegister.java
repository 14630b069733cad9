package org.tandem.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseColumns;
import org.tandem.funds.Call;
import org.tandem.funds.CallWords;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;

/** Everything that went or is to go to a fund. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SubmissionRegister {

    private final Funds funds;
    private final CallWords words;

    @Bean
    Register<SubmissionRow> submissionsRegister(CaseColumns cases) {
        return cases.register(SubmissionProcess.KEY, "/submissions", SubmissionRow.class)
                .machines("/submissions", "submissions", "submissions", "submissions")
                .words("submission.list.title", "submission.list.empty.title", "submission.list.empty.text")
                .filter(cases.byFramework("submission.field.framework"))
                .filter(cases.byArea("submission.field.area"))
                .filter(cases.byCountry("submission.field.country"))
                .filter(cases.byState("submission.list.state", Stream.of(SubmissionState.values())))
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
                .column("submission.field.requested", row -> Cell.text(amount(row.requested)))
                .column("submission.field.approved", row -> Cell.text(amount(row.approved)))
                .data("title", String.class, row -> row.title)
                .data("fund", String.class, row -> row.fund)
                .data("call", String.class, row -> row.call)
                .data("requested", BigDecimal.class, row -> row.requested)
                .data("approved", BigDecimal.class, row -> row.approved);
    }

    private String fundName(SubmissionRow row) {
        return funds.find(row.fund).map(Fund::shortName).orElse(row.fund);
    }

    private String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : words.say(Call.CEILING, amount.toPlainString());
    }
}
