package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tandem.platform.Mandate;

/**
 * The groups a person's mandates reach, as SQL (D6). A worldwide mandate is spelt out into the scopes that have offers, found
 * by hopping along the index, so that every group is read in order from an index of its own.
 */
final class MandateScopeSql {

    static final String WITH = """
            with recursive mine as (select distinct m.role, m.agency, m.scope
                from unnest(:roles, :agencies, :scopes) m(role, agency, scope)),
            wide as (
                select m.role, m.agency, (select min(o.scope) from tandem.task_offer o
                    where o.role = m.role and o.agency = m.agency) as scope from mine m where m.scope = 'WORLD'
                union all
                select w.role, w.agency, (select min(o.scope) from tandem.task_offer o
                    where o.role = w.role and o.agency = w.agency and o.scope > w.scope)
                  from wide w where w.scope is not null),
            reach as materialized (select role, agency, scope from mine
                union select role, agency, scope from wide where scope is not null)
            """;

    static final String SAME = "o.role = r.role and o.agency = r.agency and o.scope = r.scope";

    private MandateScopeSql() {}

    /** For single tasks; {@code offset 0} keeps the planner from reading all offers instead. */
    static String offered(String taskId) {
        return "exists (select 1 from tandem.task_offer o where o.task_id = " + taskId
                + " and (o.role || ':' || o.agency || ':' || o.scope = any(:groups)"
                + " or o.role || ':' || o.agency = any(:worldwide)) offset 0)";
    }

    static void put(Map<String, Object> params, List<Mandate> mandates) {
        params.put("roles", parts(mandates, mandate -> mandate.role().code()));
        params.put("agencies", parts(mandates, Mandate::agency));
        params.put("scopes", parts(mandates, Mandate::scope));
        params.put("groups", parts(mandates, Mandate::group));
        params.put(
                "worldwide",
                mandates.stream()
                        .filter(mandate -> mandate.scope().equals(Mandate.WORLD))
                        .map(mandate -> mandate.role().code() + ":" + mandate.agency())
                        .toArray(String[]::new));
    }

    private static String[] parts(List<Mandate> mandates, Function<Mandate, String> part) {
        return mandates.stream().map(part).toArray(String[]::new);
    }
}
