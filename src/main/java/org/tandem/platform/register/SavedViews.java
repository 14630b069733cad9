package org.tandem.platform.register;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.TextRules;
import org.tandem.platform.UseCase;
import org.tandem.platform.UuidV7;

/** What a person has chosen on the inbox or a register, kept under a name. Nobody else sees it. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class SavedViews {

    public static final int MOST = 30;
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param query what follows the question mark of the address; empty for all that stands there */
    public record View(UUID id, String address, String name, String query) {

        public String path() {
            return query.isEmpty() ? address : address + "?" + query;
        }
    }

    public List<View> of(SignedIn who) {
        return jdbc.sql(
                        "select id, address, name, query from tandem.saved_view where person = ? order by lower(name), name, address")
                .param(who.personId())
                .query(View.class)
                .list();
    }

    public List<View> of(SignedIn who, String address) {
        return of(who).stream().filter(view -> view.address().equals(address)).toList();
    }

    /** A name used before now leads to the new address. */
    public View save(SignedIn who, String address, String name, String query) {
        String clean = TextRules.clean(name).replaceAll("\\s+", " ");
        if (clean.isEmpty()
                || TextRules.length(clean) > LONGEST_NAME
                || clean.codePoints().anyMatch(TextRules::isUnwelcomeInALine)) {
            throw Refused.invalid("name", "platform.register.refused.name", LONGEST_NAME);
        }
        if (query.length() > LONGEST_QUERY) {
            throw Refused.invalid("query", "platform.register.refused.tooLong");
        }
        List<View> before = of(who, address);
        if (before.size() >= MOST
                && before.stream().noneMatch(view -> view.name().equals(clean))) {
            throw Refused.invalid("name", "platform.register.refused.tooMany", MOST);
        }
        return jdbc.sql("""
                        insert into tandem.saved_view (id, person, address, name, query, saved_at)
                        values (:id, :person, :address, :name, :query, :now)
                        on conflict (person, address, name) do update set query = excluded.query, saved_at = excluded.saved_at
                        returning id, address, name, query""")
                .param("id", new UuidV7(clock).next())
                .param("person", who.personId())
                .param("address", address)
                .param("name", clean)
                .param("query", query)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(View.class)
                .single();
    }

    /** @return the view that is gone */
    public View delete(SignedIn who, UUID id) {
        return jdbc.sql("delete from tandem.saved_view where id = ? and person = ? returning id, address, name, query")
                .params(id, who.personId())
                .query(View.class)
                .optional()
                .orElseThrow(() -> Refused.notFound("platform.register.refused.unknown"));
    }
}
