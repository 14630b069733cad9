package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.BaseProcessEngineCoverageTestExecutionListener;
import org.springframework.test.context.TestContext;

/**
 * Fails a class that does not go through every flow node and sequence flow of the process it covers, and names what is
 * missing. Reports are written by the library below {@code target/process-test-coverage}.
 */
public class RoadsCovered extends BaseProcessEngineCoverageTestExecutionListener {

    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    @Override
    protected DefaultCollector getCoverageCollector() {
        return collector;
    }

    @Override
    protected boolean isTestClassExcluded(TestContext context) {
        return covered(context).isEmpty();
    }

    @Override
    public void beforeTestClass(TestContext context) {
        super.beforeTestClass(context);
        ProcessEngine engine = engine(context);
        if (!isTestClassExcluded(context)) {
            collector.setExcludedProcessDefinitionKeys(
                    engine.getRepositoryService().createProcessDefinitionQuery().list().stream()
                            .map(ProcessDefinition::getKey)
                            .filter(key -> !key.equals(covered(context)))
                            .toList());
        }
        Collector listening = isTestClassExcluded(context) ? event -> {} : collector;
        new ProcessEngineAdapter(engine, listening).initializeListeners();
    }

    @Override
    public void afterTestClass(TestContext context) {
        Collector deaf = event -> {};
        new ProcessEngineAdapter(engine(context), deaf).initializeListeners();
        if (!isTestClassExcluded(context)) {
            assertThat(missing(context))
                    .as("flow nodes and sequence flows of " + covered(context) + " no test goes through")
                    .isEmpty();
        }
        super.afterTestClass(context);
    }

    private List<String> missing(TestContext context) {
        Set<String> passed = collector.getActiveSuite().getEvents().stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet());
        RepositoryService repository = engine(context).getRepositoryService();
        BpmnModelInstance model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(covered(context))
                .latestVersion()
                .singleResult()
                .getId());
        return Stream.of(model.getModelElementsByType(FlowNode.class), model.getModelElementsByType(SequenceFlow.class))
                .flatMap(Collection::stream)
                .map(element -> ((FlowElement) element).getId())
                .filter(id -> !passed.contains(id))
                .sorted()
                .toList();
    }

    private static String covered(TestContext context) {
        ProcessTest annotation = org.springframework.core.annotation.AnnotatedElementUtils.findMergedAnnotation(
                context.getTestClass(), ProcessTest.class);
        return annotation == null ? "" : annotation.covers();
    }

    private static ProcessEngine engine(TestContext context) {
        return context.getApplicationContext().getBean(ProcessEngine.class);
    }
}
