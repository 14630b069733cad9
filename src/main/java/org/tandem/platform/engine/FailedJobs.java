package org.tandem.platform.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Jobs of the engine that failed: which, where in which diagram, why; and one more try. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class FailedJobs {

    /** More than this nobody reads; the first must be mended first. */
    public static final int MOST = 200;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final StepNames names;

    /** Those that gave up first, the longest failed first. */
    public List<FailedJob> all() {
        return management
                .createJobQuery()
                .withException()
                .orderByJobRetries()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(0, MOST)
                .stream()
                .flatMap(job -> describe(job).stream())
                .sorted(Comparator.comparing(FailedJob::triesLeft)
                        .thenComparing(FailedJob::failedSince, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(FailedJob::id))
                .toList();
    }

    public long total() {
        return management.createJobQuery().withException().count();
    }

    /** Those that have given up. */
    public long count() {
        return management.createJobQuery().withException().noRetriesLeft().count();
    }

    /** Empty when it has succeeded meanwhile, or is not needed any more. */
    public Optional<FailedJob> find(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // the database takes no such text
        }
        return Optional.ofNullable(
                        management.createJobQuery().withException().jobId(id).singleResult())
                .flatMap(this::describe);
    }

    /** The job ended in another way while it was tried again: the try is undone, and was not needed. */
    public static final class Gone extends RuntimeException {

        private Gone(String id, Throwable cause) {
            super("the job " + id + " is gone", cause);
        }
    }

    /**
     * Runs it now, in a transaction of its own and as the engine would: what a step records is nobody's deed, least of all that
     * of the administrator who pressed a button.
     *
     * @return why it failed again; empty when it succeeded
     * @throws Gone when it ended in another way meanwhile
     */
    public Optional<FailureCause> tryAgain(String id) {
        SecurityContext administrator = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            management.executeJob(id);
            return Optional.empty();
        } catch (RuntimeException failed) {
            // The engine has recorded it already.
            return Optional.of(find(id).map(FailedJob::cause).orElseThrow(() -> new Gone(id, failed)));
        } finally {
            SecurityContextHolder.setContext(administrator);
        }
    }

    /** Nothing, when it has ended since it was listed. */
    private Optional<FailedJob> describe(Job job) {
        try {
            return Optional.of(describe(job, management.getJobExceptionStacktrace(job.getId())));
        } catch (NullValueException ended) {
            return Optional.empty();
        }
    }

    private FailedJob describe(Job job, @Nullable String technical) {
        String begunBy = names.eventOf(job);
        String failed = names.step(job.getProcessDefinitionId(), job.getFailedActivityId());
        String step = failed != null ? failed : begunBy != null ? begunBy : names.kindOf(job);
        return new FailedJob(
                job.getId(),
                caseOf(job),
                names.process(job.getProcessDefinitionId()),
                step,
                step.equals(begunBy) ? null : begunBy,
                gaveUpAt(job),
                job.getRetries(),
                job.getRetries() == 0 || job.getDuedate() == null
                        ? null
                        : job.getDuedate().toInstant(),
                FailureCause.of(technical));
    }

    private @Nullable String caseOf(Job job) {
        if (job.getProcessInstanceId() == null) {
            return null;
        }
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }

    private @Nullable Instant gaveUpAt(Job job) {
        return runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .configuration(job.getId())
                .list()
                .stream()
                .map(Incident::getIncidentTimestamp)
                .map(Date::toInstant)
                .findFirst()
                .orElse(null);
    }
}
