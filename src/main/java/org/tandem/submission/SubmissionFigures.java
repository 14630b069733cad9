package org.tandem.submission;

import static org.tandem.submission.SubmissionState.APPROVED;
import static org.tandem.submission.SubmissionState.APPROVED_IN_PART;
import static org.tandem.submission.SubmissionState.REJECTED;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CountedCases;
import org.tandem.cases.FigureLine;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;

/** F4: what was handed in to the funds, what became of it and what it brought; and what was won after a refusal. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SubmissionFigures {

    private static final String REQUESTED = "requested";
    private static final String GRANTED = "approved";
    private static final String DAYS = "days";

    private static final String HANDED_IN = """
            select c.id, c.framework, c.area, c.country, c.state, c.state_since as since, c.parent,
                   cast(null as bigint) as further, c.state as value, h.call, h.requested, h.approved, h.days
              from tandem.case_cover c join tandem.submission_handed_in h on h.case_id = c.id
             where c.kind = :kind and %s""";

    /** the same proposal, refused by another call before. */
    private static final String AGAIN = HANDED_IN + """
             and c.state = any(:won) and exists (
                select 1 from tandem.submission_handed_in b join tandem.case_cover o on o.id = b.case_id
                 where b.programme = h.programme and o.state = :refused and b.handed_in_at < h.handed_in_at)""";

    private final Funds funds;
    private final Calls calls;
    private final Clock clock;

    @Bean
    CaseFigure submissionsByOutcomeFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F4", SubmissionProcess.KEY, "outcome")
                .by("cases.state.", Stream.of(SubmissionState.values()).filter(SubmissionState::isHandedIn))
                .called(scope -> "submissions")
                .adding(REQUESTED, GRANTED, DAYS)
                .rated(SubmissionFigures::rates)
                .apartBy("call", this::lines)
                .from(scope -> HANDED_IN.formatted(scope.where()), "since, id");
    }

    @Bean
    CaseFigure wonAfterRefusalFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "again", SubmissionProcess.KEY, "outcome")
                .by("cases.state.", Stream.of(APPROVED, APPROVED_IN_PART))
                .called(scope -> "submissions")
                .adding(REQUESTED, GRANTED)
                .with("won", new String[] {APPROVED.name(), APPROVED_IN_PART.name()})
                .with("refused", REJECTED.name())
                .from(scope -> AGAIN.formatted(scope.where()), "since, id");
    }

    /** Calls to which something was handed in, and those that are open now. */
    private List<FigureLine> lines(Set<String> used) {
        Instant now = clock.instant();
        List<Call> known = calls.all();
        return Stream.concat(
                        known.stream()
                                .filter(call ->
                                        used.contains(call.id()) || call.state(now, Duration.ZERO) == CallState.OPEN),
                        used.stream()
                                .filter(id -> known.stream()
                                        .noneMatch(call -> call.id().equals(id)))
                                .sorted()
                                .flatMap(id -> calls.find(id).stream()))
                .map(call -> new FigureLine(
                        call.id(),
                        funds.find(call.fund()).map(Fund::shortName).orElse(call.fund()) + ", " + call.title(),
                        "/submissions?call=" + call.id(),
                        call.state(now, Duration.ZERO) == CallState.OPEN
                                ? call.closesAt()
                                        .map(closes -> ChronoUnit.DAYS.between(now, closes))
                                        .orElse(null)
                                : null,
                        Map.of()))
                .toList();
    }

    /** How much of what the funds have decided was won, and what a day of work brought; a rate of nothing is none. */
    private static Map<String, BigDecimal> rates(Map<String, Map<String, BigDecimal>> found) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        List<SubmissionState> won = List.of(APPROVED, APPROVED_IN_PART);
        List<SubmissionState> decided = List.of(APPROVED, APPROVED_IN_PART, REJECTED);
        rate(
                rates,
                "successByNumber",
                percent(sum(found, won, CaseFigure.NUMBER)),
                sum(found, decided, CaseFigure.NUMBER));
        rate(rates, "successBySum", percent(sum(found, won, GRANTED)), sum(found, decided, REQUESTED));
        rate(rates, "wonPerDay", sum(found, won, GRANTED), sum(found, List.of(SubmissionState.values()), DAYS));
        return rates;
    }

    private static void rate(Map<String, BigDecimal> rates, String name, BigDecimal part, BigDecimal whole) {
        if (whole.signum() > 0) {
            rates.put(name, part.divide(whole, 0, RoundingMode.HALF_UP));
        }
    }

    private static BigDecimal percent(BigDecimal part) {
        return part.movePointRight(2);
    }

    private static BigDecimal sum(
            Map<String, Map<String, BigDecimal>> found, List<SubmissionState> states, String name) {
        return states.stream()
                .map(state -> found.getOrDefault(state.name(), Map.of()).getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
