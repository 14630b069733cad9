package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads flaws off a state space, and leaves out what merely follows from another. */
final class Verdict {

    private final StateSpace space;
    private final Net net;
    private final List<SoundnessFinding> findings = new ArrayList<>();
    private final List<Node> blamed = new ArrayList<>();
    private final BitSet consequences = new BitSet();

    private Verdict(StateSpace space) {
        this.space = space;
        this.net = space.net;
    }

    static List<SoundnessFinding> on(StateSpace space) {
        Verdict verdict = new Verdict(space);
        verdict.unsafe();
        verdict.stuck();
        if (space.isExhausted()) {
            verdict.endless();
            verdict.dead();
        }
        return verdict.findings;
    }

    /** Two tokens where one may be: what comes after it goes wrong in the same way, and is not worth a line. */
    private void unsafe() {
        for (StateSpace.Unsafe found : space.unsafe) {
            Firing.Clash clash = found.firing().clash();
            if (clash == null || blamed.contains(clash.at()) || consequences.get(clash.at().number)) {
                continue;
            }
            List<Node> trace = new ArrayList<>(space.traceTo(found.state()));
            Flaw flaw = flaw(clash, trace);
            trace.addAll(found.firing().fired);
            if (!clash.end()) {
                trace.add(clash.at());
            }
            add(flaw, clash.at(), trace, space.holding(found.firing().tokens));
        }
    }

    /** Where the second token has been, the first may have been too: then it is a round that multiplies them. */
    private static Flaw flaw(Firing.Clash clash, List<Node> before) {
        if (clash.sameWay() || !clash.end() && (before.contains(clash.at()) || before.contains(clash.from()))) {
            return Flaw.UNSAFE;
        }
        return clash.end() ? Flaw.LEFT_OVER_TOKEN : Flaw.LACK_OF_SYNCHRONISATION;
    }

    private void stuck() {
        for (int state : space.stuck) {
            char[] tokens = space.marking(state);
            List<Node> waiting = space.holding(tokens);
            Node first = waiting.stream()
                    .filter(node -> waiting.stream()
                            .noneMatch(other ->
                                    other != node && net.downstreamOf(other).get(node.number)))
                    .findFirst()
                    .orElse(waiting.get(0));
            if (!blamed.contains(first)) {
                boolean ended = first.scope.nodes.stream()
                        .filter(node -> node.mark != Node.NOWHERE && tokens[node.mark] != 0)
                        .anyMatch(end -> net.endedInsteadOf(end, first));
                add(ended ? Flaw.LEFT_OVER_TOKEN : Flaw.DEADLOCK, first, space.traceTo(state), waiting);
            }
        }
    }

    private void endless() {
        BitSet lost = space.withAWayOut();
        lost.flip(0, space.states.size());
        if (!lost.isEmpty()) {
            int state = space.firstOnACircle(lost);
            List<Node> holding = space.holding(space.marking(state));
            Node at = holding.isEmpty() ? space.busy(space.marking(state)) : holding.get(0);
            add(Flaw.LIVELOCK, at, space.traceTo(state), holding);
        }
    }

    private void dead() {
        List<Node> dead = net.nodes.stream()
                .filter(node -> node.meantToBeReached && !space.reached.get(node.number))
                .toList();
        for (Node node : dead) {
            boolean follows = dead.stream()
                    .anyMatch(other -> other != node
                            && net.downstreamOf(other).get(node.number)
                            && !net.downstreamOf(node).get(other.number));
            if (!follows && !consequences.get(node.number)) {
                add(Flaw.DEAD_ACTIVITY, node, List.of(), List.of());
            }
        }
    }

    private void add(Flaw flaw, Node at, List<Node> trace, List<Node> holding) {
        blamed.add(at);
        consequences.or(net.downstreamOf(at));
        if (net.uncovered.stream()
                .anyMatch(odd -> odd == at || net.downstreamOf(odd).get(at.number))) {
            return;
        }
        findings.add(new SoundnessFinding(flaw, at.element(), elements(trace), elements(holding)));
    }

    private static List<Element> elements(List<Node> nodes) {
        return nodes.stream().map(Node::element).toList();
    }
}
