package org.tandem.tasks;

/** What others do in a person's regions, countries and frameworks, as SQL: countries are read one by one, each from its index. */
final class WatchedTasks {

    private final TaskQuery query;
    private final WatchedScopes.Watched watched;

    WatchedTasks(TaskQuery query, WatchedScopes.Watched watched) {
        this.query = query.with("readable", watched.readable().toArray(String[]::new))
                .with("countries", watched.countries().toArray(String[]::new))
                .with("coordinated", watched.coordinated().toArray(String[]::new));
        this.watched = watched;
    }

    /**
     * The first tasks of all countries together, as tables that end with {@code found(id)}. Looks at a few of every country;
     * everything is read only where that does not fill the page, because so much in front of it is the person's own.
     */
    String page(int most) {
        String limit = inOrder() + " limit " + most;
        if (!isByCountry()) {
            return "found as (" + everywhere(limit) + ")";
        }
        int few = 2 * most;
        return """
                few as materialized (
                    select t.* from unnest(:countries) c(iso3) cross join lateral (
                        select t.id, t.due_at, t.created_at, t.priority, t.country, row_number() over (%1$s) as place
                          from tandem.task t where t.country = c.iso3 and %2$s %1$s limit %3$d) t),
                edge as materialized (select t.* from few t where t.place = %3$d %1$s limit 1),
                quick as materialized (
                    select t.id from few t left join edge on true
                     where (edge.id is null or not %4$s) and not %5$s %1$s limit %6$d),
                found as (
                    select id from quick
                    union
                    select id from (%7$s) t where (select count(*) from quick) < %6$d and exists (select from edge))""".formatted(
                        inOrder(),
                        open(),
                        few,
                        query.behind("t", "edge", "id"),
                        MandateScopeSql.offered("t.id"),
                        most,
                        ofEach(limit) + limit);
    }

    String all() {
        return isByCountry() ? ofEach("") : everywhere("");
    }

    /** Stops where it has found so many; a country all of whose tasks are the person's own is read to its end. */
    String upTo(long most) {
        String limit = " limit " + most;
        // Counting too goes along an index: left alone, the planner reads a whole country first.
        return isByCountry() ? ofEach(inOrder() + limit) + limit : everywhere(inOrder() + limit);
    }

    /**
     * How many others do among the first tasks of every country, and how many were read of the country that has most: what
     * is the person's own may stand in front of all else.
     */
    String sample(long ofEach) {
        return "select coalesce(sum(n.tasks), 0) as tasks, coalesce(max(n.read), 0) as read"
                + " from unnest(:countries) c(iso3) cross join lateral (select count(*) as read,"
                + " count(*) filter (where not " + MandateScopeSql.offered("t.id") + ") as tasks from (select t.id"
                + " from tandem.task t where t.country = c.iso3 and " + open() + inOrder() + " limit " + ofEach
                + ") t) n";
    }

    boolean isByCountry() {
        return watched.coordinated().isEmpty();
    }

    int countries() {
        return watched.countries().size();
    }

    private String ofEach(String limit) {
        return "select t.id from unnest(:countries) c(iso3) cross join lateral (select t.* from tandem.task t"
                + " where t.country = c.iso3 and " + others() + limit + ") t";
    }

    /** Whole frameworks are read along their tasks. */
    private String everywhere(String limit) {
        return "select t.id from tandem.task t where " + others()
                + " and (t.country = any(:countries) or t.framework = any(:coordinated))" + limit;
    }

    private String others() {
        return open() + " and not " + MandateScopeSql.offered("t.id");
    }

    private String open() {
        return "t.state = 'OPEN' and t.framework = any(:readable) and " + query.matching("t") + " and "
                + query.after("t", "id");
    }

    private String inOrder() {
        return " order by " + query.order("t", "id");
    }
}
