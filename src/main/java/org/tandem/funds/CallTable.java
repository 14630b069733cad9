package org.tandem.funds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;

/** Calls and what happened to them; nothing is kept in memory. */
@Component
@RequiredArgsConstructor
class CallTable {

    private static final String SELECT = "select * from tandem.call ";

    private final JdbcClient jdbc;
    private final Clock clock;

    List<Call> all() {
        return jdbc.sql(SELECT + "where retired_at is null order by fund, id")
                .query(CallTable::call)
                .list();
    }

    /** Also finds those that have left the files: proposals may name them. */
    Optional<Call> find(String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(CallTable::call)
                .optional();
    }

    Optional<Call> hold(String id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(CallTable::call)
                .optional();
    }

    /** @return whether there was none of this code yet */
    boolean add(Call call) {
        return written(
                "insert into tandem.call (id, fund, terms, said, verified, edited, ended, version) values (:id, :fund,"
                        + " :terms::jsonb, :said::jsonb, :verified, :edited, :ended, :version) on conflict do nothing",
                call);
    }

    void write(Call call) {
        written(
                "update tandem.call set fund = :fund, terms = :terms::jsonb, said = :said::jsonb, verified = :verified,"
                        + " edited = :edited, ended = :ended, version = :version where id = :id",
                call);
    }

    private boolean written(String sql, Call call) {
        return jdbc.sql(sql)
                        .param("id", call.id())
                        .param("fund", call.fund())
                        .param("terms", Payloads.write(call.terms()))
                        .param("said", Payloads.write(call.said()))
                        .param("verified", call.verified())
                        .param("edited", call.edited().toArray(String[]::new))
                        .param(
                                "ended",
                                call.ended() == null ? null : call.ended().name())
                        .param("version", call.version())
                        .update()
                == 1;
    }

    /** Tells what has become of a call. */
    void note(Map<String, String> before, Call now, String kind, @Nullable UUID person, @Nullable String reason) {
        jdbc.sql("insert into tandem.call_event (call, version, at, kind, person, reason, changes)"
                        + " values (:call, :version, :at, :kind, :person, :reason, :changes::jsonb)")
                .param("call", now.id())
                .param("version", now.version())
                .param("at", OffsetDateTime.now(clock))
                .param("kind", kind)
                .param("person", person)
                .param("reason", reason)
                .param("changes", Payloads.write(CallEvent.changes(before, now.terms())))
                .update();
    }

    Map<String, Instant> changed() {
        Map<String, Instant> changed = new HashMap<>();
        jdbc.sql("select call, max(at) as at from tandem.call_event group by call")
                .query(row -> {
                    changed.put(row.getString("call"), row.getTimestamp("at").toInstant());
                });
        return changed;
    }

    /** The latest first. */
    List<CallEvent> events(String id) {
        return jdbc.sql("select * from tandem.call_event where call = ? order by id desc")
                .param(id)
                .query((row, number) -> new CallEvent(
                        row.getString("kind"),
                        row.getInt("version"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("person", UUID.class),
                        row.getString("reason"),
                        List.of(Payloads.read(row.getString("changes"), CallEvent.Change[].class))))
                .list();
    }

    /** Takes over what the files say, but of no field that was edited by hand. */
    void load(List<Fund> funds) {
        funds.forEach(fund -> fund.calls().forEach(call -> load(fund.code(), call)));
        jdbc.sql("update tandem.call set retired_at = case when id = any(:kept) or cardinality(edited) > 0 then null"
                        + " else coalesce(retired_at, :now) end")
                .param(
                        "kept",
                        funds.stream()
                                .flatMap(fund -> fund.calls().stream().map(Fund.Call::id))
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void load(String fund, Fund.Call file) {
        Map<String, String> said = file.terms();
        boolean sourced = file.verification() == Verification.VERIFIED;
        if (add(new Call(file.id(), fund, said, said, Set.of(), sourced, null, 1))) {
            return;
        }
        Call before = hold(file.id()).orElseThrow();
        Call now = before.told(fund, said, sourced);
        write(now);
        if (now.version() != before.version()) {
            note(before.terms(), now, "LOADED", null, null);
        }
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        String ended = row.getString("ended");
        return new Call(
                row.getString("id"),
                row.getString("fund"),
                terms(row.getString("terms")),
                terms(row.getString("said")),
                new TreeSet<>(List.of((String[]) row.getArray("edited").getArray())),
                row.getBoolean("verified"),
                ended == null ? null : CallState.valueOf(ended),
                row.getInt("version"));
    }

    private static Map<String, String> terms(String json) {
        Map<String, String> terms = new LinkedHashMap<>();
        Payloads.read(json, Map.class).forEach((field, value) -> terms.put(field.toString(), value.toString()));
        return terms;
    }
}
