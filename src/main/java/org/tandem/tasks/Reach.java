package org.tandem.tasks;

import java.util.Map;
import java.util.function.Function;
import org.tandem.platform.Mandate;
import org.tandem.platform.SignedIn;

/**
 * The groups a person's mandates reach, as SQL (D6). A worldwide mandate is spelt out into the scopes that have offers, found
 * by hopping along the index, so that every group is read in order from an index of its own.
 */
final class Reach {

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

    /** The offers of one group; {@code offset 0} keeps the planner from reading all offers instead. */
    static final String SAME = "o.role = r.role and o.agency = r.agency and o.scope = r.scope";

    private Reach() {}

    static String offered(String taskId) {
        return "exists (select 1 from tandem.task_offer o join reach r on " + SAME + " where o.task_id = " + taskId
                + " offset 0)";
    }

    /** Counts a task once although it is offered to two groups of the same person. */
    static final String FIRST = """
            not exists (select 1 from tandem.task_offer p join reach q
                on q.role = p.role and q.agency = p.agency and q.scope = p.scope
             where p.task_id = o.task_id and (p.role, p.agency, p.scope) < (o.role, o.agency, o.scope) offset 0)""";

    static void put(Map<String, Object> params, SignedIn who) {
        params.put("roles", parts(who, mandate -> mandate.role().code()));
        params.put("agencies", parts(who, Mandate::agency));
        params.put("scopes", parts(who, Mandate::scope));
    }

    private static String[] parts(SignedIn who, Function<Mandate, String> part) {
        return who.mandates().stream().map(part).toArray(String[]::new);
    }
}
