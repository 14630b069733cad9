package org.tandem.tasks;

import java.time.Instant;
import lombok.Getter;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** The task has another form, or is another step, since its case follows a newer version of its process. */
@Getter
class TaskMovedOn extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient OpenTask now;

    TaskMovedOn(OpenTask now, Instant at) {
        super(Kind.CONFLICT, null, "tasks.refused.movedOn", MessageArgument.task(now.name()), MessageArgument.time(at));
        this.now = now;
    }
}
