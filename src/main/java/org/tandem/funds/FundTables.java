package org.tandem.funds;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;

/** The tables of this module; what leaves the files is marked as retired, never deleted. */
@Component
@RequiredArgsConstructor
class FundTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    void write(FundData data) {
        for (int i = 0; i < data.funds().size(); i++) {
            upsert("fund", data.funds().get(i).code(), i, data.funds().get(i));
        }
        for (int i = 0; i < data.markers().size(); i++) {
            upsert("marker", data.markers().get(i).code(), i, data.markers().get(i));
        }
        retireOthers("fund", data.funds().stream().map(Fund::code).toList());
        retireOthers("marker", data.markers().stream().map(MarkerSet::code).toList());
        data.funds().forEach(this::writeAliases);
        jdbc.sql("delete from tandem.fund_rule").update();
        data.commonRules().forEach(this::writeRule);
        writeRule("as_of", Map.of("date", data.asOf()));
    }

    FundData read() {
        Map<String, Object> rules = new LinkedHashMap<>();
        jdbc.sql("select code, payload::text from tandem.fund_rule order by code")
                .query(rs -> {
                    rules.put(rs.getString(1), Payloads.read(rs.getString(2), Object.class));
                });
        Object asOf = rules.remove("as_of");
        return new FundData(
                asOf instanceof Map<?, ?> map ? String.valueOf(map.get("date")) : "", funds(), rules, markers());
    }

    private List<Fund> funds() {
        return jdbc.sql("select payload::text, retired_at is not null from tandem.fund order by position, code")
                .query((rs, i) -> {
                    Fund fund = Payloads.read(rs.getString(1), Fund.class);
                    return rs.getBoolean(2) ? fund.asRetired() : fund;
                })
                .list();
    }

    private List<MarkerSet> markers() {
        return jdbc.sql("select payload::text, retired_at is not null from tandem.marker order by position, code")
                .query((rs, i) -> {
                    MarkerSet set = Payloads.read(rs.getString(1), MarkerSet.class);
                    return rs.getBoolean(2) ? set.asRetired() : set;
                })
                .list();
    }

    private void upsert(String table, String code, int position, Object payload) {
        jdbc.sql("insert into tandem." + table + " (code, position, payload) values (:code, :position, :payload::json)"
                        + " on conflict (code) do update"
                        + " set position = excluded.position, payload = excluded.payload, retired_at = null")
                .param("code", code)
                .param("position", position)
                .param("payload", Payloads.write(payload))
                .update();
    }

    private void retireOthers(String table, List<String> kept) {
        jdbc.sql("update tandem." + table + " set retired_at = :now where retired_at is null and code not in (:kept)")
                .param("now", OffsetDateTime.now(clock))
                .param("kept", kept)
                .update();
    }

    private void writeAliases(Fund fund) {
        fund.aliases().forEach(alias -> jdbc.sql("insert into tandem.fund_alias (alias, code) values (:alias, :code)"
                        + " on conflict (alias) do update set code = excluded.code")
                .param("alias", alias)
                .param("code", fund.code())
                .update());
    }

    private void writeRule(String code, Object payload) {
        jdbc.sql("insert into tandem.fund_rule (code, payload) values (:code, :payload::json)")
                .param("code", code)
                .param("payload", Payloads.write(payload))
                .update();
    }
}
