package org.tandem.dashboard;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** On whom open tasks wait: who claimed them, otherwise every group they are offered to; who keeps others longest first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Waits {

    private static final int SHOWN = 15;

    private final OpenWork work;

    /** @param since when the oldest of the tasks came */
    record Line(Holder holder, Load tasks, Instant since) {}

    /** @param holders how many there are; the lines are those of the longest waits */
    record Longest(List<Line> lines, long holders) {}

    Longest of(Scope scope, Instant now) {
        FigureFilter list = FigureFilter.of(Figure.WAITS);
        List<Line> lines = work.asked(scope, now, """
                , waiting as (
                    select 'person:' || w.assignee as holder, w.* from work w where w.assignee is not null
                    union all
                    select o.role || ':' || o.agency || ':' || o.scope, w.*
                      from work w join tandem.task_offer o on o.task_id = w.id where w.assignee is null)
                select holder, %s, min(created_at) as since from waiting group by holder order by since, holder""".formatted(OpenWork.LOAD))
                .query((row, number) -> {
                    Holder holder = Holder.parse(row.getString("holder"));
                    return new Line(
                            holder,
                            Load.read(row, list.withHolder(holder), scope.view()),
                            row.getObject("since", OffsetDateTime.class).toInstant());
                })
                .list();
        return new Longest(lines.stream().limit(SHOWN).toList(), lines.size());
    }
}
