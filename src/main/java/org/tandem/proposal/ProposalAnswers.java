package org.tandem.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** What the parties said in reviews and clearances, void or not, oldest first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ProposalAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    void add(CaseId id, ProposalAnswer answer) {
        jdbc.sql("""
                        insert into tandem.proposal_answer
                          (case_id, step, number, party, person, acting_as, answer, place, reason, days, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id.value(),
                        answer.step().name(),
                        answer.number(),
                        answer.party(),
                        answer.person(),
                        answer.actingAs(),
                        answer.answer(),
                        answer.place(),
                        answer.reason(),
                        answer.days(),
                        answer.at().atOffset(ZoneOffset.UTC)))
                .update();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ProposalAnswer> of(CaseId id) {
        return jdbc.sql("select * from tandem.proposal_answer where case_id = ? order by at, id")
                .param(id.value())
                .query(ProposalAnswers::read)
                .list();
    }

    /** Whether anybody wants a change in this version, in whichever step. */
    boolean wantChange(CaseId id, int number) {
        return of(id).stream().anyMatch(given -> given.number() == number && given.stands() && !given.isYes());
    }

    /** Whether this person has answered for another party in this step already: each answers by a person of its own. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean hasAnsweredForAnother(CaseId id, ProposalAnswer.Step step, UUID person, @Nullable String party) {
        return of(id).stream()
                .anyMatch(given -> given.stands()
                        && given.step() == step
                        && given.person().equals(person)
                        && !given.party().equals(party));
    }

    /** A new round begins: what was said in the one before counts no more, and stays to be read. */
    void voidAll(CaseId id) {
        voidThose("", id, null);
    }

    /** The text is changed: nobody has agreed to it or cleared it any more; what is wanted otherwise is wanted still. */
    void voidYes(CaseId id, UUID by) {
        voidThose(" and answer in ('AGREE', 'CLEAR')", id, by);
    }

    private void voidThose(String which, CaseId id, @Nullable UUID by) {
        jdbc.sql("update tandem.proposal_answer set voided_at = ?, voided_by = ? where case_id = ?"
                        + " and voided_at is null" + which)
                .params(Arrays.asList(clock.instant().atOffset(ZoneOffset.UTC), by, id.value()))
                .update();
    }

    private static ProposalAnswer read(ResultSet row, int number) throws SQLException {
        return new ProposalAnswer(
                ProposalAnswer.Step.valueOf(row.getString("step")),
                row.getInt("number"),
                row.getString("party"),
                row.getObject("person", UUID.class),
                row.getString("acting_as"),
                row.getString("answer"),
                row.getString("place"),
                row.getString("reason"),
                row.getBigDecimal("days"),
                at(row, "at"),
                row.getObject("voided_at") == null ? null : at(row, "voided_at"),
                row.getObject("voided_by", UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
