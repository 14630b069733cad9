package org.tandem.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who can be reached by mail, and whether they want the mail of the day. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Mailboxes {

    private final JdbcClient jdbc;

    /** @param signInName the main one */
    public record Mailbox(UUID person, String signInName, String address, ZoneId zone) {}

    /** Everybody active who has an address and wants the mail. */
    @Transactional(readOnly = true)
    public List<Mailbox> ofWilling() {
        return jdbc.sql("""
                        select p.id, n.name, p.email, p.zone from tandem.person p
                          join tandem.sign_in_name n on n.person_id = p.id and n.main
                         where p.active and p.daily_mail and p.email is not null order by p.id""")
                .query((row, number) -> new Mailbox(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        ZoneId.of(row.getString("zone"))))
                .list();
    }

    /** @return nothing when the person has no address */
    @Transactional(readOnly = true)
    Optional<Boolean> wanted(UUID person) {
        return jdbc.sql("select daily_mail from tandem.person where id = ? and email is not null")
                .param(person)
                .query(Boolean.class)
                .optional();
    }

    void choose(UUID person, boolean wanted) {
        jdbc.sql("update tandem.person set daily_mail = ? where id = ?")
                .params(wanted, person)
                .update();
    }
}
