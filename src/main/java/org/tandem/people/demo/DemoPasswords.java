package org.tandem.people.demo;

import java.util.Collection;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The password everybody knows. Demo accounts of an earlier start must not let anybody in once the roster is no longer
 * wanted: they lose it, and get it back when it is wanted again. Who chose a password of their own keeps that.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class DemoPasswords {

    static final String PASSWORD = "tandem";

    private final JdbcTemplate jdbc;
    private final PasswordEncoder encoder;

    /** Once for all: hashing some 700 times would take half a minute. */
    String hash() {
        return encoder.encode(PASSWORD);
    }

    void takeFrom(Collection<DemoPerson> persons) {
        String[] hashes = jdbc
                .queryForList(
                        "select distinct password_hash from tandem.person"
                                + " where id = any(?::uuid[]) and password_hash is not null",
                        String.class,
                        (Object) ids(persons))
                .stream()
                .filter(hash -> encoder.matches(PASSWORD, hash))
                .toArray(String[]::new);
        if (hashes.length > 0) {
            jdbc.update("""
                    delete from tandem.spring_session where principal_name in (
                        select n.name from tandem.sign_in_name n join tandem.person p on p.id = n.person_id
                         where n.main and p.password_hash = any(?))
                    """, (Object) hashes);
            int closed = jdbc.update(
                    "update tandem.person set password_hash = null where password_hash = any(?)", (Object) hashes);
            LOG.info("The demo roster is not wanted: {} accounts of an earlier start can no longer sign in", closed);
        }
    }

    void giveBackTo(Collection<DemoPerson> persons) {
        String without = " where id = any(?::uuid[]) and password_hash is null";
        Integer closed = jdbc.queryForObject(
                "select count(*) from tandem.person" + without, Integer.class, (Object) ids(persons));
        if (closed != null && closed > 0) {
            jdbc.update("update tandem.person set password_hash = ?" + without, hash(), ids(persons));
        }
    }

    private static String[] ids(Collection<DemoPerson> persons) {
        return persons.stream().map(person -> person.id().toString()).toArray(String[]::new);
    }
}
