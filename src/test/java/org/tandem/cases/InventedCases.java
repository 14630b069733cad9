package org.tandem.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases of a kind no stage has, opened without a process and gone without a trace. */
final class InventedCases {

    /** More often than any subject is renewed. */
    private static final int RENEWED = 100;

    private InventedCases() {}

    static CaseId open(Cases cases, TransactionTemplate transaction, CaseSubject subject, @Nullable CaseId parent) {
        return transaction.execute(status -> {
            CaseId stem = parent == null ? CaseId.of(subject, 1) : parent;
            int number = cases.nextBelow(stem.value(), 'X');
            CaseId id = parent == null ? CaseId.of(subject, RENEWED + number) : stem.below('X', number);
            cases.open(new CaseOpening(
                    id,
                    "invented",
                    parent == null ? null : parent.value(),
                    subject,
                    "PROPOSED",
                    50,
                    UUID.randomUUID(),
                    "UNDP"));
            return id;
        });
    }

    static void takeAway(JdbcClient jdbc, List<CaseId> ids) {
        String[] all = ids.stream().map(CaseId::value).toArray(String[]::new);
        jdbc.sql("alter table tandem.case_entry disable trigger user").update();
        for (String table :
                List.of("case_entry", "case_notice", "case_attachment", "case_region", "case_area", "case_country")) {
            jdbc.sql("delete from tandem." + table + " where case_id = any(?)")
                    .param(all)
                    .update();
        }
        jdbc.sql("alter table tandem.case_entry enable trigger user").update();
        jdbc.sql("delete from tandem.search_document where key = any(?)")
                .param(all)
                .update();
        jdbc.sql("delete from tandem.case_file where id = any(?)").param(all).update();
    }
}
