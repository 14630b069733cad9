package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Does a database end the same, whether it was there before or is new? */
class MigrationsTests {

    private static final Pattern NEW = Pattern.compile("[a-z]+/V(\\d{16})__[a-z0-9]+(?:_[a-z0-9]+)*\\.sql");

    /** Everything that is not an extension's, one line each, in no order the files could have chosen. */
    private static final String SCHEMA = """
            select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull then ' not null' else '' end
                   || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                   || ' identity ' || a.attidentity::text || ' generated ' || a.attgenerated::text
                   || coalesce(' collate ' || a.attcollation::regcollation::text, '')
                   || coalesce(': ' || col_description(c.oid, a.attnum), '')
              from pg_attribute a join pg_class c on c.oid = a.attrelid
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where c.relnamespace = 'tandem'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
               and a.attnum > 0 and not a.attisdropped
            union all
            select 'relation ' || relname || ' ' || relkind::text || relpersistence::text || coalesce(reloptions::text, '')
                   || coalesce(pg_get_viewdef(case when relkind in ('v', 'm') then oid end), '')
                   || coalesce(': ' || obj_description(oid, 'pg_class'), '')
              from pg_class where relnamespace = 'tandem'::regnamespace
            union all
            select 'index ' || pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
             where c.relnamespace = 'tandem'::regnamespace
            union all
            select 'constraint ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
              from pg_constraint where connamespace = 'tandem'::regnamespace
            union all
            select 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
              from pg_trigger t join pg_class c on c.oid = t.tgrelid
             where c.relnamespace = 'tandem'::regnamespace and not t.tgisinternal
            union all
            select 'function ' || pg_get_functiondef(p.oid) from pg_proc p
             where p.pronamespace = 'tandem'::regnamespace and p.prokind in ('f', 'p')
               and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
            union all
            select 'type ' || typname from pg_type
             where typnamespace = 'tandem'::regnamespace and typtype in ('d', 'e', 'r')
            union all
            select 'extension ' || extname || ' ' || extversion from pg_extension""";

    @Test
    void leaveAnOldAndANewDatabaseWithTheSameSchema() {
        List<String> old = schema(ReleasedMigrations.upgrade(ReleasedMigrations.old()));
        List<String> fresh = schema(ReleasedMigrations.upgrade(ReleasedMigrations.empty()));

        assertThat(fresh).hasSizeGreaterThan(500);
        assertThat(without(old, fresh)).as("in the old one only").isEmpty();
        assertThat(without(fresh, old)).as("in the new one only").isEmpty();
    }

    @Test
    void areNeverChangedOnceReleased() throws IOException {
        Map<String, String> now = new TreeMap<>(ReleasedMigrations.checksumsNow());
        Map<String, String> released = ReleasedMigrations.checksums();
        now.keySet().retainAll(released.keySet());

        assertThat(now).isEqualTo(released);
    }

    /** Versions are compared as numbers: one of fewer digits would come first on a new database, and last on an old one. */
    @Test
    void haveSixteenDigitsAndComeAfterAllReleasedOnes() throws IOException {
        String last = ReleasedMigrations.checksums().keySet().stream()
                .flatMap(MigrationsTests::version)
                .max(String::compareTo)
                .orElseThrow();

        assertThat(ReleasedMigrations.checksumsNow().keySet())
                .filteredOn(name -> !ReleasedMigrations.checksums().containsKey(name))
                .allSatisfy(name -> assertThat(version(name)).as(name).allSatisfy(version -> assertThat(version)
                        .isGreaterThan(last)))
                .allSatisfy(name -> assertThat(name).matches(NEW));
        assertThat("cases/V20261130120000__too_short.sql").doesNotMatch(NEW);
        assertThat("cases/V20261130120000001__too_long.sql").doesNotMatch(NEW);
    }

    private static Stream<String> version(String name) {
        return NEW.matcher(name).results().map(found -> found.group(1));
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(line -> !others.contains(line)).toList();
    }

    private static List<String> schema(DataSource database) {
        return new JdbcTemplate(database).queryForList(SCHEMA, String.class);
    }
}
