package org.tandem.tasks;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Finds the task somebody means, and says in plain words when it is not theirs, not there any more, or not there at all. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Tasks {

    private final TaskTable table;
    private final MovedTasks moved;
    private final Cases cases;

    /** Open tasks of a case, whoever they are with. */
    @Transactional(readOnly = true)
    public List<OpenTask> openOf(CaseId id) {
        return table.openOf(id.value());
    }

    /** The same, and those of the cases that came up on it. */
    @Transactional(readOnly = true)
    public List<OpenTask> openOnOrBelow(CaseId id) {
        return table.openOnOrBelow(id.value());
    }

    /** A task by its id, open or not, for a reader of its case. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> find(String taskId, SignedIn who) {
        return table.find(taskId).filter(task -> cases.find(task.caseOf(), who).isPresent());
    }

    /** Whether the task is offered to one of this person's mandates. */
    public static boolean offeredTo(OpenTask task, SignedIn who) {
        return offerFor(task, who).isPresent();
    }

    /** The group through which the person sees the task: the answer to "why do I see this". */
    public static Optional<String> offerFor(OpenTask task, SignedIn who) {
        return task.offers().stream()
                .filter(group -> MandatePattern.parse(group).isHeldBy(who))
                .findFirst();
    }

    /** The task to show to somebody who may do it. */
    @Transactional(readOnly = true)
    public OpenTask forDoing(CaseId id, String key, @Nullable String taskId, SignedIn who) {
        cases.readable(id, who);
        return pick(id, key, taskId, who, table::find);
    }

    /** The same, held for this transaction. */
    @Transactional
    public OpenTask lockForDoing(CaseId id, String key, @Nullable String taskId, SignedIn who) {
        cases.lock(id);
        cases.readable(id, who);
        OpenTask task = pick(id, key, taskId, who, table::lock);
        if (taskId == null) {
            task = table.lock(task.id()).orElseThrow(TaskRefused::unknown);
        }
        if (task.state() != OpenTask.State.OPEN) {
            throw ended(task, who);
        }
        if (task.assignee() != null && !task.assignee().equals(who.personId())) {
            throw TaskRefused.claimedBy(task.assignee().toString(), String.valueOf(task.claimedAt()));
        }
        return task;
    }

    /** A task by its id, for a reader of its case. */
    @Transactional
    public OpenTask lockById(String taskId, SignedIn who) {
        OpenTask seen = table.find(taskId).orElseThrow(TaskRefused::unknown);
        cases.lock(seen.caseOf());
        try {
            cases.readable(seen.caseOf(), who);
        } catch (Refused notForThem) {
            throw TaskRefused.unknown();
        }
        OpenTask task = table.lock(taskId).orElseThrow(TaskRefused::unknown);
        if (task.state() != OpenTask.State.OPEN) {
            throw ended(task, who);
        }
        return task;
    }

    private OpenTask pick(
            CaseId id, String key, @Nullable String taskId, SignedIn who, Function<String, Optional<OpenTask>> read) {
        if (taskId != null) {
            OpenTask task = read.apply(taskId)
                    .filter(found ->
                            found.caseId().equals(id.value()) && found.key().equals(key))
                    .orElseThrow(() -> moved.from(id.value(), key).orElseGet(TaskRefused::unknown));
            if (task.state() != OpenTask.State.OPEN) {
                throw ended(task, who);
            }
            if (!offeredTo(task, who)) {
                throw TaskRefused.withOthers(String.join(",", task.offers()));
            }
            return task;
        }
        List<OpenTask> open = table.openOf(id.value(), key);
        List<OpenTask> offered =
                open.stream().filter(task -> offeredTo(task, who)).toList();
        if (offered.size() > 1) {
            throw TaskRefused.several(offered.stream()
                    .flatMap(task -> offerFor(task, who).stream())
                    .distinct()
                    .collect(Collectors.joining(",")));
        }
        return offered.stream().findFirst().orElseThrow(whyNot(id, key, open, who));
    }

    private Supplier<Refused> whyNot(CaseId id, String key, List<OpenTask> open, SignedIn who) {
        return () -> {
            Optional<OpenTask> own = table.lastDoneBy(id.value(), key, who.personId());
            if (own.filter(done -> !askedAnew(done, open)).isPresent()) {
                return ended(own.get(), who);
            }
            if (!open.isEmpty()) {
                return TaskRefused.withOthers(open.stream()
                        .flatMap(task -> task.offers().stream())
                        .distinct()
                        .collect(Collectors.joining(",")));
            }
            return moved.from(id.value(), key)
                    .or(() -> table.lastEnded(id.value(), key).map(task -> ended(task, who)))
                    .orElseGet(TaskRefused::unknown);
        };
    }

    /** A step may come back, for others: then what somebody did the last time is no answer. */
    private static boolean askedAnew(OpenTask done, List<OpenTask> open) {
        return open.stream().anyMatch(task -> task.createdAt().isAfter(done.endedAt()));
    }

    private static Refused ended(OpenTask task, SignedIn who) {
        String at = String.valueOf(task.endedAt());
        if (who.personId().equals(task.endedBy())) {
            return TaskRefused.doneByYou(at);
        }
        return task.state() == OpenTask.State.DONE
                ? TaskRefused.done(String.valueOf(task.endedBy()), at)
                : TaskRefused.cancelled(at);
    }
}
