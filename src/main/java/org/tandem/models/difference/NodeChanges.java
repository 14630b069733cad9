package org.tandem.models.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What became of the steps, events and questions of a diagram. */
@RequiredArgsConstructor
final class NodeChanges {

    private final Model before;
    private final Model after;
    private final Map<String, String> pairs;
    private final List<Change> changes = new ArrayList<>();

    List<Change> all() {
        Map<String, FlowNode> young = new LinkedHashMap<>(after.nodes());
        before.nodes().forEach((id, old) -> {
            FlowNode now = pairs.containsKey(id) ? young.remove(pairs.get(id)) : null;
            if (now == null) {
                changes.add(new Change(Change.Kind.REMOVED, id, null, typeOf(old), Model.name(old), "", "", List.of()));
            } else {
                compare(old, now);
            }
        });
        young.forEach((id, node) -> changes.add(
                new Change(Change.Kind.ADDED, null, id, typeOf(node), Model.name(node), "", "", List.of())));
        return changes;
    }

    private void compare(FlowNode old, FlowNode now) {
        differ(Change.Kind.ID_CHANGED, old, now, old.getId(), now.getId(), List.of());
        differ(Change.Kind.TYPE_CHANGED, old, now, typeOf(old), typeOf(now), List.of());
        differ(Change.Kind.NAME_CHANGED, old, now, Model.name(old), Model.name(now), List.of());
        for (Aspect aspect : Aspect.values()) {
            differ(aspect.kind(), old, now, aspect.of(old), aspect.of(now), List.of());
        }
        if (old instanceof UserTask was && now instanceof UserTask is) {
            form(was, is);
        }
        if (old instanceof BusinessRuleTask was && now instanceof BusinessRuleTask is) {
            String table = before.decisions().getOrDefault(was.getCamundaDecisionRef(), "");
            if (!table.equals(after.decisions().getOrDefault(is.getCamundaDecisionRef(), ""))) {
                add(Change.Kind.DECISION_CHANGED, old, now, "", "", List.of());
            }
        }
    }

    private void form(UserTask old, UserTask now) {
        List<Change.Detail> details = FormDifference.between(
                before.forms().get(old.getCamundaFormRef()), after.forms().get(now.getCamundaFormRef()));
        if (!details.isEmpty()) {
            add(Change.Kind.FORM_CHANGED, old, now, "", "", details);
        }
    }

    private void differ(
            Change.Kind kind, FlowNode old, FlowNode now, String was, String is, List<Change.Detail> details) {
        // A step without a name goes by its id, which has a line of its own.
        boolean idTwice = kind == Change.Kind.NAME_CHANGED && was.equals(old.getId()) && is.equals(now.getId());
        if (!was.equals(is) && !idTwice) {
            add(kind, old, now, was, is, details);
        }
    }

    private void add(Change.Kind kind, FlowNode old, FlowNode now, String was, String is, List<Change.Detail> details) {
        changes.add(new Change(kind, old.getId(), now.getId(), typeOf(now), Model.name(now), was, is, details));
    }

    private static String typeOf(FlowNode node) {
        return node.getElementType().getTypeName();
    }
}
