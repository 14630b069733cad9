package org.tandem.bench;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** Somebody who is a focal point in so many of the 5,000 groups, spread evenly over all of them. */
final class InboxReader {

    private static final int GROUPS = 4 * InventedWorld.FRAMEWORKS * InventedWorld.AREAS;

    private final List<Mandate> mandates;

    InboxReader(int scopes) {
        this.mandates = IntStream.range(0, scopes)
                .mapToObj(number -> mandate((int) ((long) number * GROUPS / scopes)))
                .toList();
    }

    private static Mandate mandate(int group) {
        int area = group / 4;
        return new Mandate(
                new UUID(0, group),
                Role.FOCAL_POINT,
                InventedWorld.PARTIES.get(1 + group % 4),
                ScopeKind.AREA,
                InventedWorld.framework(1 + area / InventedWorld.AREAS) + "-"
                        + InventedWorld.area(1 + area % InventedWorld.AREAS));
    }

    String inWords() {
        return mandates.size() == 1 ? "1 scope" : mandates.size() + " scopes";
    }

    SignedIn signedIn() {
        return new SignedIn(new UUID(0, 1), "reader", "Reader", Locale.ENGLISH, ZoneOffset.UTC, mandates);
    }

    /** As one would write it with the engine alone; as nothing is claimed, it finds the same tasks. */
    TaskQuery query(TaskService engine) {
        return engine.createTaskQuery()
                .taskCandidateGroupIn(mandates.stream().map(Mandate::group).toList())
                .orderByDueDate()
                .asc();
    }
}
