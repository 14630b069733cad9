package org.tandem.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;

/** Reads the signed-in person with the mandates held now, in one statement, for every request. */
@Component
@RequiredArgsConstructor
class PersonsBySignInName implements SignedInPersons {

    private static final String SQL = """
            select p.id, p.display_name, p.language, p.zone, main.name as main_name,
                   m.id as mandate_id, m.role, m.agency, m.scope_kind, m.scope
              from tandem.sign_in_name typed
              join tandem.person p on p.id = typed.person_id and p.active
              join tandem.sign_in_name main on main.person_id = p.id and main.main
              left join tandem.mandate m on m.person_id = p.id and m.ended_at is null
             where typed.name = :name
             order by m.role, m.agency, m.scope
            """;

    private final JdbcClient jdbc;

    @Override
    public SignedIn bySignInName(String signInName) {
        SignedIn found =
                jdbc.sql(SQL).param("name", signInName.toLowerCase(Locale.ROOT)).query(PersonsBySignInName::read);
        if (found == null) {
            throw Refused.notFound("people.refused.noSuchPerson");
        }
        return found;
    }

    private static @Nullable SignedIn read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return null;
        }
        List<Mandate> mandates = new ArrayList<>();
        UUID id = row.getObject("id", UUID.class);
        String username = row.getString("main_name");
        String displayName = row.getString("display_name");
        Locale locale = Locale.forLanguageTag(row.getString("language"));
        ZoneId zone = ZoneId.of(row.getString("zone"));
        do {
            if (row.getString("mandate_id") != null) {
                mandates.add(mandate(row));
            }
        } while (row.next());
        return new SignedIn(id, username, displayName, locale, zone, List.copyOf(mandates));
    }

    static Mandate mandate(ResultSet row) throws SQLException {
        return new Mandate(
                row.getObject("mandate_id", UUID.class),
                Role.ofCode(row.getString("role")).orElseThrow(),
                row.getString("agency"),
                ScopeKind.valueOf(row.getString("scope_kind")),
                row.getString("scope"));
    }
}
