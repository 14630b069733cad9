package org.tandem.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.todo.Todos;

/** What an administrator asks the coordinators to see to, on the case and beside the task. */
@Component
class AskedSection implements CaseSection {

    private final Todos todos;
    private final Roster roster;

    AskedSection(Todos todos, Roster roster) {
        this.todos = todos;
        this.roster = roster;
    }

    @Override
    public String name() {
        return "operations";
    }

    /** Among what is shown beside a task. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        List<Overview.Given> asked = todos.openOf(view.caseId()).stream()
                .map(todo -> new Overview.Given(roster.nameOf(todo.askedBy()), todo.askedAt(), todo.note()))
                .toList();
        return asked.isEmpty() ? null : asked;
    }
}
