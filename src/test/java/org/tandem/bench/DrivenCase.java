package org.tandem.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;

/** Everything the database holds about one driven case, on the engine's side and on ours; its place in the search is left out. */
final class DrivenCase {

    private static final List<String> OURS = List.of(
            "case_file",
            "case_country",
            "case_area",
            "case_region",
            "case_entry",
            "case_notice",
            "nomination",
            "nomination_agreement",
            "vetting",
            "task");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;
    private final List<RowTemplate> rows = new ArrayList<>();
    private final Set<String> ids = new TreeSet<>();

    DrivenCase(JdbcClient jdbc, CaseId id) {
        this.jdbc = jdbc;
        OURS.forEach(table -> take("tandem", table, table.equals("case_file") ? "id = ?" : "case_id = ?", id.value()));
        take("tandem", "task_offer", "task_id in (select id from tandem.task where case_id = ?)", id.value());
        String root = jdbc.sql(
                        "select id_ from engine.act_ru_execution where business_key_ = ? and root_proc_inst_id_ = id_")
                .param(id.value())
                .query(String.class)
                .single();
        engineTables("root_proc_inst_id_").stream()
                .filter(table -> !table.equals("act_ru_execution"))
                .forEach(table -> take("engine", table, "root_proc_inst_id_ = ?", root));
        String instances =
                "(select id_ from engine.act_ru_execution where root_proc_inst_id_ = ? and parent_id_ is null)";
        Stream.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr")
                .forEach(table -> take("engine", table, "proc_inst_id_ in " + instances, root));
        take(
                "engine",
                "act_ru_identitylink",
                "task_id_ in (select id_ from engine.act_ru_task where proc_inst_id_ in " + instances + ")",
                root);
    }

    List<RowTemplate> rows() {
        return rows;
    }

    /** Ids that belong to this case alone. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    private List<String> engineTables(String column) {
        return jdbc.sql("select table_name from information_schema.columns where table_schema = 'engine'"
                        + " and column_name = ? order by 1")
                .param(column)
                .query(String.class)
                .list();
    }

    private void take(String schema, String table, String where, String value) {
        Map<String, String> types = types(schema, table);
        jdbc.sql("select to_jsonb(t)::text from " + schema + "." + table + " t where " + where)
                .param(value)
                .query(String.class)
                .list()
                .forEach(row -> add(schema + "." + table, types, row));
    }

    private void add(String table, Map<String, String> types, String row) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        jdbc.sql("select key, value from jsonb_each_text(cast(? as jsonb))")
                .param(row)
                .query(field -> {
                    values.put(field.getString("key"), field.getString("value"));
                });
        rows.add(new RowTemplate(table, types, values));
        // Persons stay who they are; whatever else has an id is part of the case.
        types.keySet().stream()
                .filter(column -> table.startsWith("engine.") ? !column.contains("def_id") : column.equals("id"))
                .filter(column -> !Set.of("deployment_id_", "configuration_", "dec_req_id_")
                        .contains(column))
                .map(values::get)
                .filter(java.util.Objects::nonNull)
                .flatMap(value -> UUID.matcher(value).results())
                .forEach(id -> ids.add(id.group()));
    }

    /** Those that are neither counted nor computed by the database itself. */
    private Map<String, String> types(String schema, String table) {
        Map<String, String> types = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.attname, format_type(a.atttypid, null) as type from pg_attribute a
                         where a.attrelid = cast(? as regclass) and a.attnum > 0 and not a.attisdropped
                           and a.attidentity = '' and a.attgenerated = '' order by a.attnum""").param(schema + "." + table).query(column -> {
            types.put(column.getString("attname"), column.getString("type"));
        });
        return types;
    }
}
