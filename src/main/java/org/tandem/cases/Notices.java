package org.tandem.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.StoredMessages;

/** The notices addressed to a person's mandates by others, on cases the person may read; newest first. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Notices {

    private static final String MINE = """
            with mine as (select distinct m.role, m.agency, m.scope
                from unnest(:roles, :agencies, :scopes) m(role, agency, scope)),
            told as (
                select x.* from mine m cross join lateral (
                    select n.* from tandem.case_notice n where m.scope <> 'WORLD'
                       and n.role = m.role and n.agency = m.agency and n.scope = m.scope
                       and n.caused_by is distinct from :me and %1$s
                     order by n.at desc, n.id desc %2$s) x
                union all
                select x.* from mine m cross join lateral (
                    select n.* from tandem.case_notice n where m.scope = 'WORLD'
                       and n.role = m.role and n.agency = m.agency
                       and n.caused_by is distinct from :me and %1$s
                     order by n.at desc, n.id desc %2$s) x)
            """;

    /** One notice told to several groups of the same person counts once; it was told to all of them in one go. */
    private static final String ONCE =
            " group by t.case_id, t.words_key, t.words_args, t.caused_by, date_trunc('second', t.at)";

    private static final int ECHOES = 4;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,16})-(\\d{1,18})");

    private final JdbcClient jdbc;
    private final CaseReaders readers;
    private final StoredMessages messages;

    /** How many there are since that moment, counted up to a limit. */
    public long countSince(SignedIn who, Instant since, int most) {
        CaseCondition readable = readers.where(who, "c");
        String sql = MINE.formatted("n.at > :since", "limit " + most * ECHOES) + """
                select count(*) from (select 1 from told t
                  join tandem.case_file c on c.id = t.case_id and\s""" + readable.sql() + ONCE + " limit "
                + most + ") counted";
        return asked(sql, who, readable)
                .param("since", utc(since))
                .query(Long.class)
                .single();
    }

    /** @param next cursor of the page after this one, null on the last */
    public record Page(List<Notice> notices, @Nullable String next) {}

    /** @param before cursor handed out with the page before, null for the newest */
    public Page page(SignedIn who, @Nullable String before, int size) {
        String from = before == null ? "true" : "(n.at, n.id) < (:at, :id)";
        CaseCondition readable = readers.where(who, "c");
        String sql = MINE.formatted(from, "limit " + (size + 1) * ECHOES) + """
                select t.case_id, t.words_key, t.words_args, min(t.at) as at, min(t.id) as id,
                       min(c.framework) as framework, min(c.area) as area, min(c.country) as country
                  from told t join tandem.case_file c on c.id = t.case_id and\s""" + readable.sql() + ONCE
                + " order by min(t.at) desc, min(t.id) desc limit " + (size + 1);
        JdbcClient.StatementSpec asked = asked(sql, who, readable);
        if (before != null) {
            Matcher cursor = cursor(before);
            asked = asked.param("at", utc(Instant.EPOCH.plus(Long.parseLong(cursor.group(1)), ChronoUnit.MICROS)))
                    .param("id", Long.valueOf(cursor.group(2)));
        }
        List<Notice> found = asked.query(this::notice).list();
        List<Notice> shown = found.size() > size ? found.subList(0, size) : found;
        return new Page(List.copyOf(shown), found.size() > size ? cursor(shown.get(size - 1)) : null);
    }

    private static String cursor(Notice last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "-" + last.id();
    }

    private static Matcher cursor(String text) {
        Matcher parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            throw Refused.invalid("before", "cases.refused.noticeCursor");
        }
        return parts;
    }

    private JdbcClient.StatementSpec asked(String sql, SignedIn who, CaseCondition readable) {
        return jdbc.sql(sql)
                .param("roles", texts(who, mandate -> mandate.role().code()))
                .param("agencies", texts(who, Mandate::agency))
                .param("scopes", texts(who, Mandate::scope))
                .param("me", who.personId())
                .params(readable.params());
    }

    private static String[] texts(SignedIn who, Function<Mandate, String> part) {
        return who.mandates().stream().map(part).toArray(String[]::new);
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new CaseId(row.getString("case_id")),
                row.getString("framework"),
                row.getString("area"),
                row.getString("country"),
                messages.read(row.getString("words_key"), row.getString("words_args")));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
