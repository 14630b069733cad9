package org.tandem.versions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.models.difference.Change;
import org.tandem.models.difference.Difference;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** Who has a task open now whose name, form, offer or place in the flow is another in the newer version. */
@Component
@RequiredArgsConstructor
class FindNotices {

    private static final Set<Change.Kind> NOTICED = Set.of(
            Change.Kind.REMOVED,
            Change.Kind.ID_CHANGED,
            Change.Kind.NAME_CHANGED,
            Change.Kind.FORM_CHANGED,
            Change.Kind.CANDIDATES_CHANGED,
            Change.Kind.TYPE_CHANGED);

    private final JdbcClient jdbc;
    private final Roster roster;

    private record Offered(String step, String group, long tasks) {}

    List<Notice> of(Version from, Difference difference) {
        Map<String, List<Offered>> offered = new LinkedHashMap<>();
        jdbc.sql("""
                        select t.task_key, o.role || ':' || o.agency || ':' || o.scope, count(*)
                          from tandem.task t join tandem.task_offer o on o.task_id = t.id
                         where t.process_definition_id = ? and t.state = 'OPEN' group by 1, 2 order by 1, 2""").param(from.definition()).query(row -> {
            offered.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                    .add(new Offered(row.getString(1), row.getString(2), row.getLong(3)));
        });
        return offered.entrySet().stream()
                .map(step -> new Notice(
                        step.getKey(),
                        difference.before().nameOf(step.getKey()),
                        kinds(step.getKey(), difference),
                        groups(step.getValue())))
                .filter(notice -> !notice.kinds().isEmpty())
                .toList();
    }

    private static List<Change.Kind> kinds(String step, Difference difference) {
        return difference.of(step).stream()
                .map(Change::kind)
                .filter(NOTICED::contains)
                .toList();
    }

    private List<Notice.Group> groups(List<Offered> offered) {
        Map<MandatePattern, Long> patterns = new LinkedHashMap<>();
        offered.forEach(one -> patterns.put(MandatePattern.parse(one.group()), one.tasks()));
        var holders = roster.holders(patterns.keySet());
        Map<String, Long> tasks = new LinkedHashMap<>();
        Map<String, Set<UUID>> persons = new LinkedHashMap<>();
        patterns.forEach((pattern, open) -> {
            String key = pattern.role().code() + ":" + pattern.agency();
            tasks.merge(key, open, Long::sum);
            holders.get(pattern).forEach(person -> persons.computeIfAbsent(key, unused -> new HashSet<>())
                    .add(person.id()));
        });
        return tasks.entrySet().stream()
                .map(entry -> new Notice.Group(
                        entry.getKey().split(":")[0],
                        entry.getKey().split(":")[1],
                        entry.getValue(),
                        persons.getOrDefault(entry.getKey(), Set.of()).size()))
                .toList();
    }
}
