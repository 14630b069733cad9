package org.tandem.versions;

import java.nio.file.Path;
import java.time.Period;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tandem.models.FormFault;
import org.tandem.models.ModelContext;
import org.tandem.tasks.CaseLimits;
import org.tandem.tasks.StepLimit;
import org.tandem.tasks.TaskWork;

/**
 * What a newer build would bring along for the next version of vetting: "Confirm the result" is new, "Answer the question" has
 * another id and one more question, "Name a director" is gone.
 */
@TestConfiguration(proxyBeanMethods = false)
class NextVetting {

    static final Path FILES = Path.of("src/test/resources/next-vetting");
    static final String RENAMED = "replyToQuestion";
    static final String ADDED = "confirmVetting";

    @Bean
    TaskWork nextWork() {
        return () -> Set.of(RENAMED, ADDED);
    }

    @Bean
    CaseLimits nextLimits() {
        return (key, id) -> Set.of(RENAMED, ADDED).contains(key)
                ? Optional.of(new StepLimit(Period.ofDays(14), Period.ofDays(3), null))
                : Optional.empty();
    }

    @Bean
    @Primary
    ModelContext nextSurroundings(@Qualifier("taskModelContext") ModelContext present) {
        return new ModelContext() {
            @Override
            public Set<String> candidateGroups() {
                return present.candidateGroups();
            }

            @Override
            public Set<String> stepLimits() {
                Set<String> limits = new HashSet<>(present.stepLimits());
                limits.addAll(Set.of(RENAMED, ADDED));
                return limits;
            }

            @Override
            public Set<String> delegates() {
                return present.delegates();
            }

            @Override
            public Set<String> implementedTasks() {
                return present.implementedTasks();
            }

            @Override
            public Optional<FormFault> faultOf(String file, String json) {
                return present.faultOf(file, json);
            }
        };
    }
}
