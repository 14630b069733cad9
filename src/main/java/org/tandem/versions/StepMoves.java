package org.tandem.versions;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.tandem.models.difference.Change;
import org.tandem.models.difference.Difference;
import org.tandem.platform.Refused;

/** Works out for every place where cases rest where its tokens go: by themselves, by suggestion, or by what was chosen. */
record StepMoves(Difference difference, Map<String, Long> waiting, Map<String, String> chosen) {

    /** All places of the older version, in the order of its diagram. */
    List<StepMove> all() {
        return difference.before().nodes().values().stream()
                .filter(WaitingPlaces::isPlace)
                .map(this::move)
                .toList();
    }

    private StepMove move(FlowNode old) {
        StepMove.Fate fate = fate(old);
        WaitingPlaces places = new WaitingPlaces(difference);
        List<StepMove.Target> allowed = fate.isOpen()
                ? places.targets(old)
                        .map(node -> new StepMove.Target(
                                node.getId(), difference.after().nameOf(node.getId())))
                        .toList()
                : List.of();
        String after = after(old, fate, allowed);
        return new StepMove(
                old.getId(),
                difference.before().nameOf(old.getId()),
                WaitingPlaces.type(old),
                waiting.getOrDefault(old.getId(), 0L),
                fate,
                after,
                after == null ? null : difference.after().nameOf(after),
                allowed);
    }

    private StepMove.Fate fate(FlowNode old) {
        String id = old.getId();
        if (difference.after(id).isEmpty()) {
            return StepMove.Fate.VANISHED;
        }
        FlowNode now = difference.after().node(difference.pairs().get(id)).orElseThrow();
        if (difference.changes(id, Change.Kind.TYPE_CHANGED)
                || !WaitingPlaces.repetition(old).equals(WaitingPlaces.repetition(now))) {
            return StepMove.Fate.FIXED;
        }
        if (!difference.changes(id, Change.Kind.ID_CHANGED)) {
            return StepMove.Fate.SAME;
        }
        // In another subprocess it is no place for these tokens: then somebody has to say where they go.
        boolean canTakeThem = new WaitingPlaces(difference).targets(old).anyMatch(now::equals);
        return canTakeThem ? StepMove.Fate.RENAMED : StepMove.Fate.VANISHED;
    }

    private @Nullable String after(FlowNode old, StepMove.Fate fate, List<StepMove.Target> allowed) {
        String wish = chosen.get(old.getId());
        if (!fate.isOpen()) {
            return fate == StepMove.Fate.FIXED ? null : old.getId();
        }
        if (StepMove.STAY.equals(wish)) {
            return null;
        }
        if (wish != null && !wish.isBlank()) {
            if (allowed.stream().noneMatch(target -> target.id().equals(wish))) {
                throw Refused.invalid(
                        "step-" + old.getId(),
                        "models.refused.notAllowed",
                        difference.before().nameOf(old.getId()));
            }
            return wish;
        }
        return fate == StepMove.Fate.RENAMED ? difference.pairs().get(old.getId()) : null;
    }

    /** Stops when tokens rest at a step that is gone and nobody has said where they go. */
    static void requireDecided(List<StepMove> moves, Map<String, String> chosen) {
        moves.stream()
                .filter(move -> move.isUndecided() && !StepMove.STAY.equals(chosen.get(move.before())))
                .findFirst()
                .ifPresent(move -> {
                    throw Refused.invalid(move.field(), "models.refused.chooseStep", move.name());
                });
    }
}
