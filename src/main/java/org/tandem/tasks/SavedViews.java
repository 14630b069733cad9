package org.tandem.tasks;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.PlainText;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.UuidV7;

/** Addresses of the inbox that a person keeps under a name. Nobody else sees them. */
@UseCase
public class SavedViews {

    public static final int MOST = 30;
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param query what follows the question mark; empty for the whole inbox */
    public record View(UUID id, String name, String query) {}

    public List<View> of(SignedIn who) {
        return jdbc.sql("select id, name, query from tandem.saved_view where person = ? order by lower(name), name")
                .param(who.personId())
                .query(View.class)
                .list();
    }

    /** A name used before now leads to the new address. */
    public View save(SignedIn who, String name, String query) {
        String clean = PlainText.of("name", name, LONGEST_NAME).replaceAll("\\s+", " ");
        if (query.length() > LONGEST_QUERY) {
            throw Refused.invalid("query", "tasks.refused.viewTooLong");
        }
        List<View> before = of(who);
        if (before.size() >= MOST
                && before.stream().noneMatch(view -> view.name().equals(clean))) {
            throw Refused.invalid("name", "tasks.refused.tooManyViews", MOST);
        }
        return jdbc.sql("""
                        insert into tandem.saved_view (id, person, name, query, saved_at)
                        values (:id, :person, :name, :query, :now)
                        on conflict (person, name) do update set query = excluded.query, saved_at = excluded.saved_at
                        returning id, name, query""")
                .param("id", new UuidV7(clock).next())
                .param("person", who.personId())
                .param("name", clean)
                .param("query", query)
                .param("now", TaskTable.utc(clock.instant()))
                .query(View.class)
                .single();
    }

    /** @return the view that is gone */
    public View delete(SignedIn who, UUID id) {
        return jdbc.sql("delete from tandem.saved_view where id = ? and person = ? returning id, name, query")
                .params(id, who.personId())
                .query(View.class)
                .optional()
                .orElseThrow(() -> Refused.notFound("tasks.refused.unknownView"));
    }
}
