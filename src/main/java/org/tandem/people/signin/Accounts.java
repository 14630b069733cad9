package org.tandem.people.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts by sign-in name or e-mail address, read afresh for every request. */
@Component
@RequiredArgsConstructor
class Accounts implements UserDetailsService {

    private static final String SQL = """
            select p.id, main.name, p.password_hash, p.active, p.must_change_password, p.password_expires_at,
                   array(select distinct m.role from tandem.mandate m
                          where m.person_id = p.id and m.ended_at is null order by m.role) as roles
              from tandem.person p
              join tandem.sign_in_name main on main.person_id = p.id and main.main
            """;

    private final JdbcClient jdbc;

    @Override
    public Account loadUserByUsername(String name) {
        return byName(name).orElseThrow(() -> new UsernameNotFoundException("No such sign-in name"));
    }

    /** The form in which sign-in names are kept, of what somebody typed as one. */
    static String nameIn(String typed) {
        return SignInText.clean(typed).toLowerCase(Locale.ROOT);
    }

    Optional<Account> byName(String typed) {
        String name = nameIn(typed);
        if (name.indexOf('\0') >= 0) { // the database takes no such text
            return Optional.empty();
        }
        return jdbc.sql(SQL + " join tandem.sign_in_name typed on typed.person_id = p.id where typed.name = :name")
                .param("name", name)
                .query(Accounts::read)
                .optional();
    }

    Optional<Account> byEmail(String email) {
        return jdbc.sql(SQL + " where lower(p.email) = :email")
                .param("email", SignInText.clean(email).toLowerCase(Locale.ROOT))
                .query(Accounts::read)
                .optional();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        Timestamp expires = row.getTimestamp("password_expires_at");
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("password_hash"),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                expires == null ? null : expires.toInstant(),
                authorities(roles));
    }

    private static List<SimpleGrantedAuthority> authorities(String[] roles) {
        return Arrays.stream(roles)
                .map(role -> "ROLE_" + role.replace('-', '_').toUpperCase(Locale.ROOT))
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
