package org.tandem.dashboard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Role;

/** F6: open and overdue tasks by the role they are offered to. One offered to two roles stands in both lines. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class TasksByRole {

    private final OpenWork work;

    /** @param total each task once */
    record Tasks(Map<String, Load> roles, Load total) {}

    Tasks of(Scope scope, Instant now) {
        View view = scope.view();
        FigureFilter list = FigureFilter.of(Figure.F6);
        Map<String, Load> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role.isAskedToAct()) {
                roles.put(role.code(), Load.none(list.withRole(role), view));
            }
        }
        work.asked(scope, now, """
                , offered as (select distinct w.id, w.timeliness, o.role
                                from work w join tandem.task_offer o on o.task_id = w.id)
                select role, %s from offered group by role order by role""".formatted(OpenWork.LOAD)).query(row -> {
            String code = row.getString("role");
            Role role = Role.ofCode(code).orElseThrow();
            roles.put(code, Load.read(row, list.withRole(role), view));
        });
        return new Tasks(roles, total(scope, now, list));
    }

    private Load total(Scope scope, Instant now, FigureFilter list) {
        return work.asked(scope, now, "select " + OpenWork.LOAD + " from work")
                .query((row, number) -> Load.read(row, list, scope.view()))
                .single();
    }
}
