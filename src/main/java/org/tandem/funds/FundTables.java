package org.tandem.funds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.Payloads;
import org.tandem.platform.reference.ReferenceRows;

/** The tables of this module. */
@Component
@RequiredArgsConstructor
class FundTables {

    private final JdbcClient jdbc;
    private final ReferenceRows rows;
    private final CallTable calls;

    void write(FundData data) {
        List<Fund> funds = data.funds();
        funds.forEach(fund ->
                rows.write("tandem.fund", "code", Map.of("code", fund.code(), "position", funds.indexOf(fund)), fund));
        data.markers()
                .forEach(set -> rows.write(
                        "tandem.marker",
                        "code",
                        Map.of("code", set.code(), "position", data.markers().indexOf(set)),
                        set));
        rows.keep("tandem.fund", "code", funds.stream().map(Fund::code).toList());
        rows.keep(
                "tandem.marker",
                "code",
                data.markers().stream().map(MarkerSet::code).toList());
        funds.forEach(this::writeAliases);
        calls.load(funds);
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
                asOf instanceof Map<?, ?> map ? String.valueOf(map.get("date")) : "",
                rows.lasting("tandem.fund", "position, code", Fund.class),
                rules,
                rows.lasting("tandem.marker", "position, code", MarkerSet.class));
    }

    private void writeAliases(Fund fund) {
        fund.aliases().forEach(alias -> jdbc.sql("insert into tandem.fund_alias (alias, code) values (?, ?)"
                        + " on conflict (alias) do update set code = excluded.code")
                .params(alias, fund.code())
                .update());
    }

    private void writeRule(String code, Object payload) {
        rows.write("tandem.fund_rule", "code", Map.of("code", code), payload);
    }
}
