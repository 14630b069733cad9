package org.tandem.people;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Those who manage people. There is always at least one. */
@Component
@RequiredArgsConstructor
class Administrators {

    private final JdbcClient jdbc;

    SignedIn require(SignedIn person) {
        if (!person.isAdministrator()) {
            throw Refused.forbidden("people.refused.administratorsOnly");
        }
        return person;
    }

    /** Locks the rows, so that two administrators who remove each other at the same time cannot both succeed. */
    void keepOneBesides(PersonId leaving) {
        List<UUID> administrators = jdbc.sql("""
                        select p.id from tandem.person p join tandem.mandate m on m.person_id = p.id
                         where m.role = 'administrator' and m.ended_at is null and p.active
                         order by p.id for update
                        """).query(UUID.class).list();
        if (administrators.contains(leaving.value()) && administrators.size() == 1) {
            throw Refused.conflict("people.refused.lastAdministrator");
        }
    }
}
