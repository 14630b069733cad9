package org.tandem.platform.reference;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that hold what the files say, each as a whole in {@code payload}, with columns for what is asked for. */
@Component
@RequiredArgsConstructor
public class ReferenceRows {

    /** What is marked as retired when it leaves the files, never deleted: cases refer to it. */
    public interface Lasting<T> {

        T withRetired(boolean retired);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    public <T extends Lasting<T>> List<T> lasting(String table, String order, Class<T> type) {
        return jdbc.sql("select payload::text, retired_at is not null from " + table + " order by " + order)
                .query((rs, i) -> Payloads.read(rs.getString(1), type).withRetired(rs.getBoolean(2)))
                .list();
    }

    public <T> List<T> all(String table, String order, Class<T> type) {
        return jdbc.sql("select payload::text from " + table + " order by " + order)
                .query((rs, i) -> Payloads.read(rs.getString(1), type))
                .list();
    }

    /**
     * Adds a row, or writes over the one that has the same key.
     *
     * @param key columns, with commas between
     * @param columns those of the key among them
     */
    public void write(String table, String key, Map<String, ?> columns, Object payload) {
        String changes = columns.keySet().stream()
                .map(column -> column + " = excluded." + column + ", ")
                .collect(Collectors.joining());
        jdbc.sql("insert into %s (%s, payload) values (:%s, :payload::json) on conflict (%s) do update set %s"
                                .formatted(
                                        table,
                                        String.join(", ", columns.keySet()),
                                        String.join(", :", columns.keySet()),
                                        key,
                                        changes)
                        + "payload = excluded.payload")
                .params(columns)
                .param("payload", Payloads.write(payload))
                .update();
    }

    /** Marks as retired what is not kept, and only that. */
    public void keep(String table, String key, Collection<String> kept) {
        jdbc.sql("update " + table + " set retired_at = case when " + key + " = any(:kept) then null"
                        + " else coalesce(retired_at, :now) end")
                .param("kept", kept.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
