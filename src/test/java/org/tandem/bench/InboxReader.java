package org.tandem.bench;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.TaskFilter;

/** Somebody who is a focal point in so many of the 5,000 groups, spread evenly over all of them. */
final class InboxReader {

    private static final int GROUPS = 4 * InventedWorld.FRAMEWORKS * InventedWorld.AREAS;

    private final List<Mandate> mandates;
    private final @Nullable String country;

    InboxReader(int scopes) {
        this(
                IntStream.range(0, scopes)
                        .mapToObj(number -> mandate((int) ((long) number * GROUPS / scopes)))
                        .toList(),
                null);
    }

    private InboxReader(List<Mandate> mandates, @Nullable String country) {
        this.mandates = mandates;
        this.country = country;
    }

    /** The same person, who asks for one country only. */
    InboxReader in(String one) {
        return new InboxReader(mandates, one);
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
        return (mandates.size() == 1 ? "1 scope" : mandates.size() + " scopes")
                + (country == null ? "" : ", one country");
    }

    SignedIn signedIn() {
        return new SignedIn(new UUID(0, 1), "reader", "Reader", Locale.ENGLISH, ZoneOffset.UTC, mandates);
    }

    TaskFilter filter() {
        return TaskFilter.all().withCountry(country);
    }

    /** As one would write it with the engine alone; as nothing is claimed, it finds the same tasks. */
    TaskQuery query(TaskService engine) {
        TaskQuery query = engine.createTaskQuery()
                .taskCandidateGroupIn(mandates.stream().map(Mandate::group).toList());
        return (country == null ? query : query.processVariableValueEquals("country", country))
                .orderByDueDate()
                .asc();
    }
}
