package org.tandem.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Multiplies the finished cases of a database by SQL: everything we and the engine's history keep of each, under new ids.
 * An id follows from the old one and the number of the copy, so that all rows of a copy belong together as the old ones do.
 */
final class FinishedCases {

    private static final Set<String> ENGINE_IDS = Set.of(
            "id_",
            "proc_inst_id_",
            "root_proc_inst_id_",
            "super_process_instance_id_",
            "execution_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "call_proc_inst_id_",
            "task_id_",
            "dec_inst_id_",
            "root_dec_inst_id_");

    private static final Set<String> CASES_IN_ENGINE = Set.of("business_key_", "text_");

    /** Copies of FFA-KEN-A3 and FFA-KEN-A3-2 are renewals of a higher number each. */
    private static final String CASE = "regexp_replace(%1$s, '-[0-9]+$', '') || '-'"
            + " || (coalesce(substring(%1$s from '-([0-9]+)$')::int, 1) * 100000 + k.n)";

    private static final String ENGINE_ID = "md5(%s || ':' || k.n)::uuid::text";

    /** What tells the cases apart from everything else in a table. */
    private static final Map<String, String> ONLY = Map.of("search_document", " where t.kind = 'selection'");

    private final Statement statement;
    private final int copies;

    private FinishedCases(Statement statement, int copies) {
        this.statement = statement;
        this.copies = copies;
    }

    /** @param copies how many of each case; all cases of the database must be finished */
    static void multiply(String database, int copies, Rows rows) throws SQLException {
        try (Connection connection = BenchDatabases.server().connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute("set max_parallel_maintenance_workers = 2");
            FinishedCases cases = new FinishedCases(statement, copies);
            for (Table table : cases.tables()) {
                long begin = System.nanoTime();
                long written = cases.multiply(table);
                rows.progress("%s: %,d rows in %.1f s"
                        .formatted(table.qualified(), written, (System.nanoTime() - begin) / 1e9));
            }
            statement.execute("vacuum analyze");
            // Otherwise what was just multiplied is still being written out while the completions are timed.
            statement.execute("checkpoint");
        }
    }

    private record Table(String schema, String name) {

        String qualified() {
            return schema + "." + name;
        }
    }

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("""
                select distinct t.table_schema, t.table_name from information_schema.tables t
                  left join information_schema.columns c using (table_schema, table_name)
                 where t.table_type = 'BASE TABLE'
                   and (t.table_schema = 'tandem' and (c.column_name = 'case_id' or t.table_name in ('case_file', 'search_document'))
                     or t.table_schema = 'engine' and t.table_name like 'act_hi_%')
                 order by 1, 2""")) {
            while (found.next()) {
                tables.add(new Table(found.getString(1), found.getString(2)));
            }
        }
        return tables;
    }

    /** Indexes are dropped and made anew: filling them row by row takes many times longer. */
    private long multiply(Table table) throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i"
                        + " where i.indrelid = '" + table.qualified() + "'::regclass and not i.indisprimary"
                        + " and not exists (select from pg_constraint c where c.conindid = i.indexrelid)")) {
            while (found.next()) {
                indexes.add(found.getString(2));
                indexes.add("drop index " + found.getString(1));
            }
        }
        for (int i = 1; i < indexes.size(); i += 2) {
            statement.execute(indexes.get(i));
        }
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        columns(table, names, values);
        long written = statement.executeLargeUpdate(
                "insert into " + table.qualified() + " (" + String.join(", ", names) + ") select "
                        + String.join(", ", values) + " from " + table.qualified() + " t cross join generate_series(1, "
                        + copies + ") k(n)" + ONLY.getOrDefault(table.name(), ""));
        for (int i = 0; i < indexes.size(); i += 2) {
            statement.execute(indexes.get(i));
        }
        return written;
    }

    private void columns(Table table, List<String> names, List<String> values) throws SQLException {
        try (ResultSet found = statement.executeQuery("""
                select column_name, data_type from information_schema.columns
                 where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'
                   and coalesce(column_default, '') not like 'nextval%%'
                """.formatted(table.schema(), table.name()))) {
            while (found.next()) {
                names.add(found.getString(1));
                values.add(value(table, found.getString(1), found.getString(2)));
            }
        }
    }

    private static String value(Table table, String column, String type) {
        String own = "t." + column;
        if (table.schema().equals("engine")) {
            return ENGINE_IDS.contains(column)
                    ? ENGINE_ID.formatted(own)
                    : CASES_IN_ENGINE.contains(column) ? renamed(own) : own;
        }
        boolean isCase = column.equals("case_id")
                || table.name().equals("case_file") && column.equals("id")
                || table.name().equals("search_document") && column.equals("key");
        if (isCase) {
            return CASE.formatted(own);
        }
        if (table.name().equals("task") && (column.equals("id") || column.equals("process_instance_id"))) {
            return ENGINE_ID.formatted(own);
        }
        return switch (column) {
            case "id" -> type.equals("uuid") ? "gen_random_uuid()" : own;
            case "href" -> "'/cases/' || " + CASE.formatted("t.key");
            case "import_key" -> "null";
            default -> own;
        };
    }

    /** Of a column that may hold other things, too. */
    private static String renamed(String own) {
        return "case when " + own + " ~ '^[A-Z0-9]+-[A-Z]{3}-[A-Z0-9]+(-[0-9]+)?$' then " + CASE.formatted(own)
                + " else " + own + " end";
    }
}
