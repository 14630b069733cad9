package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** Where budgets are kept, with what every saving changed. */
@Component
@RequiredArgsConstructor
class Budgets {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param revision the budget as it was saved last */
    record Saved(long revision, UUID by, Instant at) {}

    Optional<Saved> lastSaved(CaseId id) {
        return jdbc.sql("select revision, changed_by, changed_at from tandem.proposal_budget where case_id = ?")
                .param(id.value())
                .query((row, number) -> new Saved(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    Budget of(CaseId id) {
        long revision = lastSaved(id).map(Saved::revision).orElse(0L);
        SortedMap<BudgetPlace, String> values = new TreeMap<>();
        jdbc.sql("select * from tandem.proposal_budget_cell where case_id = ?")
                .param(id.value())
                .query(row -> {
                    String words = row.getString("words");
                    values.put(
                            place(row),
                            words == null ? row.getBigDecimal("amount").toPlainString() : words);
                });
        return new Budget(revision, values);
    }

    /** What stood, when a revision was saved, at the places that were changed since. */
    Map<BudgetPlace, @Nullable String> changedSince(CaseId id, long revision) {
        Map<BudgetPlace, @Nullable String> before = new HashMap<>();
        jdbc.sql("""
                        select distinct on (organisation, category, year, field) *
                          from tandem.proposal_budget_change where case_id = ? and revision > ?
                         order by organisation, category, year, field, revision""").params(id.value(), revision).query(row -> {
            before.put(place(row), row.getString("before"));
        });
        return before;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void save(CaseId id, Budget before, SortedMap<BudgetPlace, @Nullable String> changes, UUID by) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long revision = before.revision() + 1;
        jdbc.sql("""
                        insert into tandem.proposal_budget (case_id, revision, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (case_id) do update
                           set revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at""").params(id.value(), revision, by, now).update();
        changes.forEach((place, value) -> {
            put(id, place, value);
            jdbc.sql("insert into tandem.proposal_budget_change values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            id.value(),
                            revision,
                            place.organisation(),
                            place.category(),
                            place.year(),
                            place.field().name(),
                            before.at(place),
                            value,
                            by,
                            now))
                    .update();
        });
    }

    private void put(CaseId id, BudgetPlace place, @Nullable String value) {
        boolean isText = place.field() == BudgetField.DESCRIPTION;
        String sql = value == null
                ? "delete from tandem.proposal_budget_cell where case_id = :id and organisation = :organisation"
                        + " and category = :category and year = :year and field = :field"
                : """
                insert into tandem.proposal_budget_cell (case_id, organisation, category, year, field, amount, words)
                values (:id, :organisation, :category, :year, :field, :amount, :words)
                on conflict (case_id, organisation, category, year, field) do update
                   set amount = excluded.amount, words = excluded.words""";
        jdbc.sql(sql)
                .param("id", id.value())
                .param("organisation", place.organisation())
                .param("category", place.category())
                .param("year", place.year())
                .param("field", place.field().name())
                .param("amount", value == null || isText ? null : new BigDecimal(value))
                .param("words", isText ? value : null)
                .update();
    }

    private static BudgetPlace place(ResultSet row) throws SQLException {
        return new BudgetPlace(
                row.getString("organisation"),
                row.getInt("category"),
                row.getInt("year"),
                BudgetField.valueOf(row.getString("field")));
    }
}
