package org.tandem.tasks.todo;

import java.time.Instant;
import java.util.UUID;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.platform.Message;

/**
 * What {@link Todos#ask} is asked for.
 *
 * @param about what makes it necessary; asked once as long as it is open
 * @param groups candidate groups it is offered to, one or several with commas between
 * @param title code of its name in inbox and case page, as in {@code task.<title>}; null: see to the case
 * @param words why it is asked
 * @param note the same, as a person typed it
 * @param person the one of the groups who is asked, null for all of them
 * @param due null for the usual time
 * @param link address of the page where it is done
 */
@With
public record TodoRequest(
        CaseId caseId,
        String about,
        String groups,
        @Nullable String title,
        @Nullable Message words,
        @Nullable String note,
        @Nullable UUID person,
        @Nullable Instant due,
        @Nullable String link) {

    public static TodoRequest of(CaseId id, String about, String groups) {
        return new TodoRequest(id, about, groups, null, null, null, null, null, null);
    }

    public TodoRequest named(String code, Message why) {
        return withTitle(code).withWords(why);
    }
}
