package org.tandem.selection;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** Who has spoken on the withdrawal of a country that is under way, for whatever side. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class WithdrawalVoices {

    private final JdbcClient jdbc;

    /** A withdrawal is asked for: what was said about an earlier one does not count. */
    void begin(CaseId id, UUID person) {
        jdbc.sql("delete from tandem.withdrawal_voice where case_id = ?")
                .param(id.value())
                .update();
        add(id, person);
    }

    void add(CaseId id, UUID person) {
        jdbc.sql("insert into tandem.withdrawal_voice (case_id, person) values (?, ?) on conflict do nothing")
                .params(id.value(), person)
                .update();
    }

    @Transactional(readOnly = true)
    boolean has(CaseId id, UUID person) {
        return jdbc.sql("select count(*) from tandem.withdrawal_voice where case_id = ? and person = ?")
                        .params(id.value(), person)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
