package org.tandem;

import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.event.EventListener;

/** A bystander of events and of steps who fails when told to: everything that happened before has to be undone with it. */
public class Saboteur extends AbstractBpmnParseListener {

    private volatile Predicate<Object> strikesAt = event -> false;

    public void strikeAt(Predicate<Object> events) {
        strikesAt = events;
    }

    /** Strikes when a process enters or leaves this element. */
    public static Predicate<Object> step(String when, String id) {
        return event -> event instanceof DelegateExecution execution
                && id.equals(execution.getCurrentActivityId())
                && when.equals(execution.getEventName());
    }

    public void rest() {
        strikesAt = event -> false;
    }

    @EventListener
    void on(Object event) {
        if (strikesAt.test(event)) {
            throw new IllegalStateException("sabotage");
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        watch(activity);
    }

    private void watch(ActivityImpl activity) {
        ExecutionListener watching = this::on;
        activity.addListener(ExecutionListener.EVENTNAME_START, watching);
        activity.addListener(ExecutionListener.EVENTNAME_END, watching);
    }
}
