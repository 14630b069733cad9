package org.tandem.versions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.tandem.models.difference.Difference;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;

/** Says in plain words why the engine does not move something. */
record PlainReasons(Difference difference) {

    private static final String KEY = "models.reason.";

    /** What the engine's sentence contains, and what it means. */
    private static final Map<String, String> MEANINGS = meanings();

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("There is no migration instruction", "noPlace");
        meanings.put("type of the source activity is not supported", "kind");
        meanings.put("incompatible types", "incompatible");
        meanings.put("multi-instance", "repeated");
        meanings.put("event scope", "hangsElsewhere");
        meanings.put("Events are not of the same type", "event");
        meanings.put("closest mapped ancestor", "part");
        meanings.put("flow scope", "part");
        meanings.put("gateway", "gateway");
        meanings.put("multiple mappings", "twice");
        meanings.put("event trigger", "trigger");
        meanings.put("async", "underWay");
        meanings.put("ransition instance", "underWay");
        meanings.put("variable", "variable");
        meanings.put("compensation", "compensation");
        return meanings;
    }

    /** Why the plan as a whole is refused; each reason once. */
    List<Message> of(MigrationPlanValidationException refused) {
        List<Message> reasons = new ArrayList<>();
        for (MigrationInstructionValidationReport report :
                refused.getValidationReport().getInstructionReports()) {
            String before = nameBefore(report.getMigrationInstruction().getSourceActivityId());
            String after = difference
                    .after()
                    .nameOf(RenamedElements.step(
                            report.getMigrationInstruction().getTargetActivityId()));
            report.getFailures().forEach(failure -> reasons.add(words(failure, before, after)));
        }
        return reasons.stream().distinct().toList();
    }

    /** Why one case cannot be moved. */
    Message of(RuntimeException failure) {
        if (failure instanceof MigratingProcessInstanceValidationException refused) {
            return of(refused.getValidationReport());
        }
        if (failure instanceof MigrationPlanValidationException refused) {
            return of(refused).get(0);
        }
        return isPassing(failure)
                ? Message.of(KEY + "busy")
                : Message.of(KEY + "failed", failure.getClass().getSimpleName());
    }

    /** Whether the same may work a moment later. */
    static boolean isPassing(RuntimeException failure) {
        return failure instanceof OptimisticLockingException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof Refused refused && refused.kind() == Refused.Kind.BUSY
                || DatabaseTrouble.of(failure).isPresent();
    }

    private Message of(MigratingProcessInstanceValidationReport report) {
        for (MigratingActivityInstanceValidationReport place : report.getActivityInstanceReports()) {
            if (place.hasFailures()) {
                return words(place.getFailures().get(0), nameBefore(place.getSourceScopeId()), "");
            }
        }
        return report.getTransitionInstanceReports().stream()
                .filter(place -> place.hasFailures())
                .findFirst()
                .map(place -> words("async", nameBefore(place.getSourceScopeId()), ""))
                .orElseGet(() -> words(String.join(" ", report.getFailures()), "", ""));
    }

    private String nameBefore(String id) {
        return difference.before().nameOf(RenamedElements.step(id));
    }

    private static Message words(String failure, String before, String after) {
        return MEANINGS.entrySet().stream()
                .filter(meaning -> failure.contains(meaning.getKey()))
                .findFirst()
                .map(meaning -> Message.of(KEY + meaning.getValue(), before, after))
                .orElseGet(() -> Message.of(KEY + "other", failure, before));
    }
}
