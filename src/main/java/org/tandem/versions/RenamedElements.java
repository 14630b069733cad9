package org.tandem.versions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.tandem.models.difference.Difference;

/** What the engine does not find by equal ids: renamed elements, what hangs on them, and steps that are gone. */
final class RenamedElements {

    /** What holds tokens or wakes them, besides the places themselves. */
    private static final Set<String> HOLDING = Set.of("subProcess", "transaction", "startEvent");

    private static final String REPETITION = "#multiInstanceBody";

    private final Difference difference;
    private final Map<String, String> places = new HashMap<>();

    RenamedElements(Difference difference, List<StepMove> moves) {
        this.difference = difference;
        moves.stream()
                .filter(move -> move.after() != null)
                .forEach(move -> places.put(move.before(), Objects.requireNonNull(move.after())));
    }

    /** The step an engine's id stands for: what repeats a step has an id of its own. */
    static String step(String activity) {
        return activity.replace(REPETITION, "");
    }

    void addTo(Map<String, String> ways) {
        difference.before().nodes().values().forEach(old -> {
            String id = old.getId();
            if (HOLDING.contains(WaitingPlaces.type(old)) && moved(id)) {
                difference.after(id).ifPresent(now -> ways.putIfAbsent(id, now));
            } else if (places.containsKey(id) && moved(id)) {
                ways.put(id, places.get(id));
                if (WaitingPlaces.isRepeated(old)) {
                    ways.put(id + REPETITION, places.get(id) + REPETITION);
                }
            }
        });
        Set<String> taken = new HashSet<>();
        difference.before().bpmn().getModelElementsByType(BoundaryEvent.class).stream()
                .sorted(Comparator.comparing(event -> !difference.pairs().containsKey(event.getId())))
                .forEach(event -> hang(event, ways, taken));
    }

    /** Whether the element, or the subprocess it lies in, has another id now. */
    private boolean moved(String id) {
        FlowNode old = difference.before().node(id).orElseThrow();
        String scope = String.valueOf(old.getParentElement().getAttributeValue("id"));
        return !id.equals(places.getOrDefault(id, difference.pairs().get(id)))
                || !scope.equals(difference.pairs().getOrDefault(scope, scope));
    }

    /**
     * An event follows the step it hangs on; where the new step has no such event, or gives it to another, the engine takes it
     * away.
     */
    private void hang(BoundaryEvent event, Map<String, String> ways, Set<String> taken) {
        String host = ways.get(event.getAttachedTo().getId());
        Optional<BoundaryEvent> now = difference.after().bpmn().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(young -> young.getAttachedTo().getId().equals(host) && !taken.contains(young.getId()))
                .filter(young -> isSameKind(event, young)
                        && (isPair(event, young) || event.cancelActivity() == young.cancelActivity()))
                .min(Comparator.comparing(young -> !isPair(event, young)));
        if (now.isPresent()) {
            ways.put(event.getId(), now.get().getId());
            taken.add(now.get().getId());
        } else {
            ways.remove(event.getId());
        }
    }

    private boolean isPair(BoundaryEvent old, BoundaryEvent young) {
        return young.getId().equals(difference.pairs().get(old.getId()));
    }

    private static boolean isSameKind(BoundaryEvent old, BoundaryEvent young) {
        return kinds(old).equals(kinds(young));
    }

    private static List<String> kinds(BoundaryEvent event) {
        return event.getEventDefinitions().stream()
                .map(definition -> definition.getElementType().getTypeName())
                .toList();
    }
}
