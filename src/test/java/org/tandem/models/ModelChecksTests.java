package org.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.tandem.platform.CannotStart;

/** What whoever starts Tandem reads when a model is broken. */
class ModelChecksTests {

    private static final Path FOLDER = Path.of("src/test/resources/broken-models");

    @Test
    void letsAGoodHouseThrough() {
        assertThatCode(() ->
                        checks().check("sowing", new TreeMap<>(files("NONE").contents())))
                .doesNotThrowAnyException();
    }

    @Test
    void saysFileElementAndRemedyInOneMessage() {
        ModelFiles files = files("NONE")
                .with(files("NO_CODE-script-task").contents())
                .with(files("FORM_BOUND_TO_ITS_DEPLOYMENT").contents());

        assertThatThrownBy(() -> checks().check("sowing", new TreeMap<>(files.contents())))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal)
                            .hasMessage("processes/reaping/reaping.bpmn, countSheaves: it is a script task.\n"
                                    + "processes/sowing/sowing.bpmn, chooseSeed: the form binding is “latest”.");
                    assertThat(refusal.whatToDo())
                            .contains("countSheaves: Draw a service task")
                            .contains("chooseSeed: Set camunda:formRefBinding to “deployment”");
                });
    }

    private static ModelFiles files(String offender) {
        return ModelFiles.in(FOLDER.resolve(offender));
    }

    private static ModelChecks checks() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("surroundings", new Anything());
        return new ModelChecks(new NothingOnTheClassPath(), beans.getBeanProvider(ModelContext.class));
    }

    private static final class NothingOnTheClassPath extends PathMatchingResourcePatternResolver
            implements ResourcePatternResolver {

        @Override
        public Resource[] getResources(String pattern) {
            return new Resource[0];
        }
    }

    private record Anything() implements ModelContext {

        @Override
        public Set<String> candidateGroups() {
            return Set.of("groups.gardeners");
        }

        @Override
        public Set<String> stepLimits() {
            return Set.of("chooseSeed");
        }

        @Override
        public Set<String> delegates() {
            return Set.of("sowSeedDelegate", "cutCropDelegate");
        }

        @Override
        public Set<String> implementedTasks() {
            return Set.of("chooseSeed");
        }

        @Override
        public Optional<FormFault> faultOf(String file, String json) {
            return Optional.empty();
        }
    }
}
