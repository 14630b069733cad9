package org.tandem.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine really does at inclusive joins: soundness of models is proven for this engine, not for the book. */
@EngineSlice
class EngineJoinTests {

    @Autowired
    ProcessEngine engine;

    @Test
    void wakesAnInclusiveJoinWhenTheLastTokenArrives() {
        assertThat(isOverAfter(joining("arrives", "false"), "arrives")).isTrue();
    }

    @Test
    void leavesAnInclusiveJoinWaitingWhenTheLastTokenEndsElsewhere() {
        assertThat(isOverAfter(joining("strays", "true"), "strays")).isFalse();
    }

    @Test
    void letsAnInclusiveJoinWaitForATokenThatCouldOnlyComeRoundALoop() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("circles")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .exclusiveGateway("from")
                .parallelGateway("split")
                .inclusiveGateway("which")
                .condition("always", "${true}")
                .userTask("call")
                .inclusiveGateway("all")
                .parallelGateway("both")
                .exclusiveGateway("again")
                .condition("no", "${true}")
                .endEvent()
                .moveToNode("which")
                .condition("never", "${false}")
                .manualTask()
                .connectTo("all")
                .moveToNode("split")
                .userTask("write")
                .connectTo("both")
                .moveToNode("again")
                .condition("yes", "${false}")
                .connectTo("from")
                .done();

        assertThat(isOverAfter(model, "circles")).isFalse();
    }

    /** Two branches that both run; the one finished last goes to the join or, if it strays, to an end of its own. */
    private static BpmnModelInstance joining(String process, String strays) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .inclusiveGateway("which")
                .condition("one", "${true}")
                .userTask("call")
                .inclusiveGateway("all")
                .endEvent()
                .moveToNode("which")
                .condition("two", "${true}")
                .userTask("write")
                .exclusiveGateway("enough")
                .condition("yes", "${" + strays + "}")
                .endEvent()
                .moveToNode("enough")
                .condition("no", "${true}")
                .connectTo("all")
                .done();
    }

    /** Calls first, writes then, and looks whether anything is left. */
    private boolean isOverAfter(BpmnModelInstance model, String process) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(process + ".bpmn", model)
                .deploy();
        String instance =
                engine.getRuntimeService().startProcessInstanceByKey(process).getId();
        for (String step : new String[] {"call", "write"}) {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(step)
                    .singleResult();
            engine.getTaskService().complete(task.getId());
        }
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }
}
