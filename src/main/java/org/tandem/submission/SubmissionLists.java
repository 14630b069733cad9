package org.tandem.submission;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.tasks.forms.FormValues;

/** What is written of a submission line by line: what each organisation is granted and has spent, and the fund's conditions. */
@Component
@RequiredArgsConstructor
class SubmissionLists {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param doneAt null until it is met */
    record Condition(int number, String condition, @Nullable Instant doneAt) {}

    /** Answers of a list by organisation; one that stands there twice is refused. */
    static Map<String, BigDecimal> byOrganisation(
            FormValues values, String list, String who, Function<FormValues, Optional<BigDecimal>> figure) {
        Map<String, BigDecimal> found = new LinkedHashMap<>();
        List<FormValues> rows = values.rows(list);
        for (int row = 0; row < rows.size(); row++) {
            FormValues one = rows.get(row);
            BigDecimal said = figure.apply(one).orElseThrow();
            if (found.put(one.text(who).orElseThrow(), said) != null) {
                throw SubmissionRefused.twice(list + "." + row + "." + who);
            }
        }
        return found;
    }

    void grant(CaseId id, Map<String, BigDecimal> amounts) {
        amounts.forEach((organisation, amount) -> put("grant", "amount", id, organisation, amount));
    }

    void spent(CaseId id, Map<String, BigDecimal> days) {
        days.forEach((organisation, number) -> put("effort", "days", id, organisation, number));
    }

    private void put(String table, String column, CaseId id, String organisation, BigDecimal figure) {
        jdbc.sql("insert into tandem.submission_%1$s (case_id, organisation, %2$s) values (?, ?, ?)"
                                .formatted(table, column)
                        + " on conflict (case_id, organisation) do update set %1$s = excluded.%1$s".formatted(column))
                .params(id.value(), organisation, figure)
                .update();
    }

    Map<String, BigDecimal> grants(CaseId id) {
        return read(
                "select organisation, amount as figure from tandem.submission_grant where case_id = ? order by 1", id);
    }

    Map<String, BigDecimal> effort(CaseId id) {
        return read(
                "select organisation, days as figure from tandem.submission_effort where case_id = ? order by 1", id);
    }

    private Map<String, BigDecimal> read(String sql, CaseId id) {
        Map<String, BigDecimal> found = new LinkedHashMap<>();
        jdbc.sql(sql).param(id.value()).query(row -> {
            found.put(row.getString("organisation"), row.getBigDecimal("figure"));
        });
        return found;
    }

    void demand(CaseId id, List<String> conditions) {
        for (int number = 1; number <= conditions.size(); number++) {
            jdbc.sql("insert into tandem.submission_condition (case_id, number, condition) values (?, ?, ?)")
                    .params(id.value(), number, conditions.get(number - 1))
                    .update();
        }
    }

    /** @return whether it was open until now */
    boolean meet(CaseId id, int number, UUID by) {
        return jdbc.sql("update tandem.submission_condition set done_at = ?, done_by = ?"
                                + " where case_id = ? and number = ? and done_at is null")
                        .params(clock.instant().atOffset(ZoneOffset.UTC), by, id.value(), number)
                        .update()
                == 1;
    }

    List<Condition> conditions(CaseId id) {
        return jdbc.sql("select * from tandem.submission_condition where case_id = ? order by number")
                .param(id.value())
                .query((row, number) -> new Condition(
                        row.getInt("number"),
                        row.getString("condition"),
                        row.getObject("done_at") == null
                                ? null
                                : row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A receipt is shown: what was said of an earlier one does not count. */
    void beginWitness(CaseId id, UUID person) {
        jdbc.sql("delete from tandem.submission_witness where case_id = ?")
                .param(id.value())
                .update();
        witness(id, person);
    }

    void witness(CaseId id, UUID person) {
        jdbc.sql("insert into tandem.submission_witness (case_id, person) values (?, ?) on conflict do nothing")
                .params(id.value(), person)
                .update();
    }

    boolean isWitness(CaseId id, UUID person) {
        return jdbc.sql("select exists (select from tandem.submission_witness where case_id = ? and person = ?)")
                .params(id.value(), person)
                .query(Boolean.class)
                .single();
    }
}
