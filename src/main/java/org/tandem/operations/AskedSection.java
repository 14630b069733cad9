package org.tandem.operations;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.todo.Todo;
import org.tandem.tasks.todo.Todos;

/** What somebody is asked to see to, on the case and beside the task. */
@Component
@RequiredArgsConstructor
class AskedSection implements CaseSection {

    private final Todos todos;
    private final Roster roster;

    @Override
    public String name() {
        return "operations";
    }

    /** Among what is shown beside a task. */
    @Override
    public int order() {
        return 10;
    }

    /**
     * @param title code of its name; null for what an administrator asks
     * @param by null when nobody asked but the system
     */
    record Asked(
            @Nullable String title,
            @Nullable String by,
            Instant at,
            @Nullable Message words,
            @Nullable String note,
            @Nullable String link) {}

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        List<Asked> asked = todos.openOf(view.caseId()).stream()
                .map(todo -> new Asked(todo.title(), by(todo), todo.askedAt(), todo.words(), todo.note(), todo.link()))
                .toList();
        return asked.isEmpty() ? null : asked;
    }

    private @Nullable String by(Todo todo) {
        return todo.askedBy() == null ? null : roster.nameOf(todo.askedBy());
    }
}
