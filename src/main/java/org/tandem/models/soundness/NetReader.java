package org.tandem.models.soundness;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads a process from its diagram into a net. */
final class NetReader {

    static final String AD_HOC = "adHocSubProcess";

    private final Net net;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Node, FlowNode> drawn = new LinkedHashMap<>();

    private NetReader(Process process) {
        String name = process.getName();
        this.net = new Net(new Element(process.getId(), name == null ? "" : name));
    }

    static Net read(Process process, boolean together) {
        NetReader reader = new NetReader(process);
        reader.read(process, process.getFlowElements(), reader.net.root);
        new WayReader(reader.net, reader.nodes, reader.drawn).read(process);
        new AlarmReader(reader.net, reader.nodes, reader.drawn).read();
        reader.net.together = together;
        new Places(reader.net).number();
        return reader.net;
    }

    private void read(ModelElementInstance parent, Collection<FlowElement> elements, Scope scope) {
        for (FlowElement element : elements) {
            if (element instanceof FlowNode flowNode) {
                Node node = add(flowNode, scope);
                if (element instanceof SubProcess subprocess) {
                    node.inner = new Scope(node);
                    read(subprocess, subprocess.getFlowElements(), node.inner);
                }
            }
        }
        parent.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals(AD_HOC))
                .forEach(child -> addAdHoc(child, scope));
    }

    /** The model knows no such type: it counts as one step, and what is in it is not looked at. */
    private void addAdHoc(DomElement element, Scope scope) {
        String name = element.getAttribute("name");
        Node node =
                new Node(net.nodes.size(), element.getAttribute("id"), name == null ? "" : name, Node.Kind.STEP, scope);
        node.meantToBeReached = true;
        scope.nodes.add(node);
        net.nodes.add(node);
        nodes.put(node.id, node);
        net.gaps.add("the ad-hoc subprocess " + node.id + " is not covered");
    }

    private Node add(FlowNode flowNode, Scope scope) {
        String name = flowNode.getName() == null
                ? ""
                : flowNode.getName().replaceAll("\\s+", " ").strip();
        Node node = new Node(net.nodes.size(), flowNode.getId(), name, kind(flowNode), scope);
        node.meantToBeReached = !(flowNode instanceof Gateway
                || flowNode instanceof StartEvent
                || flowNode instanceof EndEvent
                || node.kind == Node.Kind.EVENT_SUBPROCESS
                || isCompensation(flowNode));
        scope.nodes.add(node);
        scope.works |= flowNode instanceof Activity && node.inner == null;
        net.nodes.add(node);
        nodes.put(node.id, node);
        drawn.put(node, flowNode);
        limits(flowNode);
        return node;
    }

    private static Node.Kind kind(FlowNode node) {
        if (node instanceof SubProcess subprocess) {
            return subprocess.triggeredByEvent() ? Node.Kind.EVENT_SUBPROCESS : Node.Kind.SUBPROCESS;
        } else if (node instanceof BoundaryEvent) {
            return Node.Kind.BOUNDARY;
        } else if (node instanceof ExclusiveGateway
                || node instanceof EventBasedGateway
                || node instanceof ComplexGateway) {
            return Node.Kind.CHOICE;
        } else if (node instanceof ParallelGateway) {
            return Node.Kind.PARALLEL;
        } else if (node instanceof InclusiveGateway) {
            return Node.Kind.INCLUSIVE;
        } else if (node instanceof ThrowEvent event) {
            return AlarmReader.kind(event);
        }
        return Node.Kind.STEP;
    }

    private static boolean isCompensation(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation()
                || node instanceof CatchEvent event && AlarmReader.of(event).kind() == Alarm.Kind.COMPENSATION;
    }

    private void limits(FlowNode node) {
        if (node instanceof ComplexGateway) {
            gap("the complex gateway", node);
            net.uncovered.add(nodes.get(node.getId()));
        } else if (isCompensation(node) || node instanceof ThrowEvent event && AlarmReader.compensates(event)) {
            gap("the compensation", node);
        } else if (node instanceof EventBasedGateway gateway
                && gateway.isInstantiate()
                && "Parallel".equals(gateway.getAttributeValue("eventGatewayType"))) {
            gap("the parallel start", node);
        } else if (node instanceof CallActivity call && call.getCalledElement() == null) {
            net.assumptions.add("what " + call.getId() + " calls cannot be known and is taken to end");
        }
    }

    private void gap(String what, ModelElementInstance element) {
        net.gaps.add(what + " " + element.getAttributeValue("id") + " is not covered");
    }
}
