package org.tandem.cases;

import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who has spoken on the withdrawal of a case that is under way, for whatever side: each side speaks by another person. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class WithdrawalVoices {

    private final JdbcClient jdbc;

    /** A withdrawal is asked for: what was said about an earlier one does not count. */
    public void begin(CaseId id, UUID person) {
        jdbc.sql("delete from tandem.case_withdrawal_voice where case_id = ?")
                .param(id.value())
                .update();
        add(id, person);
    }

    public void add(CaseId id, UUID person) {
        jdbc.sql("insert into tandem.case_withdrawal_voice (case_id, person) values (?, ?) on conflict do nothing")
                .params(id.value(), person)
                .update();
    }

    @Transactional(readOnly = true)
    public boolean has(CaseId id, UUID person) {
        return jdbc.sql("select count(*) from tandem.case_withdrawal_voice where case_id = ? and person = ?")
                        .params(id.value(), person)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
