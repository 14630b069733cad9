package org.tandem.models.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** One process as the token game sees it. */
@RequiredArgsConstructor
final class Net {

    final Element process;
    final Scope root = new Scope(null);
    final List<Node> nodes = new ArrayList<>();
    final List<String> assumptions = new ArrayList<>();
    final List<String> gaps = new ArrayList<>();

    /** Nodes read otherwise than they are meant: what is found from there on may not be so. */
    final List<Node> uncovered = new ArrayList<>();

    int places;

    /** Steps in a row are passed in one move. */
    boolean together;

    /** Places where tokens rest, by number; null where an end is only remembered. */
    Node[] holders = {};

    private final Map<Node, BitSet> upstream = new HashMap<>();
    private final Map<Node, BitSet> downstream = new HashMap<>();

    Node holder(int place) {
        return holders[place];
    }

    /** Nodes of the same scope from which the join can still be reached without passing through it. */
    BitSet upstreamOf(Node join) {
        return upstream.computeIfAbsent(
                join,
                start -> reach(
                        start,
                        node -> Stream.concat(
                                node.in.stream().map(Way::source),
                                node.kind == Node.Kind.BOUNDARY ? hostsOf(node) : Stream.empty())));
    }

    /** Everything that may happen because this node was passed, insides of subprocesses included. */
    BitSet downstreamOf(Node from) {
        return downstream.computeIfAbsent(
                from,
                start -> reach(start, node -> Stream.of(
                                node.out.stream().map(Way::target),
                                node.boundaries.stream(),
                                node.inner == null ? Stream.<Node>empty() : node.inner.nodes.stream(),
                                Stream.ofNullable(node.catcher),
                                Stream.ofNullable(node.scope.host)
                                        .flatMap(host -> host.out.stream().map(Way::target)))
                        .flatMap(found -> found)));
    }

    /** Whether the token that ended there could have come here instead, by a choice or an interruption since the last split. */
    boolean endedInsteadOf(Node end, Node here) {
        BitSet before = reach(end, this::undivided);
        return before.stream()
                .mapToObj(nodes::get)
                .filter(node -> node.choices.size() > 1 || !node.boundaries.isEmpty())
                .anyMatch(node -> downstreamOf(node).get(here.number));
    }

    /** Where its one token may have come from. */
    private Stream<Node> undivided(Node node) {
        Stream<Node> sources =
                node.in.stream().map(Way::source).filter(source -> source.out.size() < 2 || source.choices.size() > 1);
        return node.kind == Node.Kind.BOUNDARY && node.interrupting ? hostsOf(node) : sources;
    }

    private Stream<Node> hostsOf(Node boundary) {
        return nodes.stream().filter(node -> node.boundaries.contains(boundary));
    }

    /** Walks from a node, not passing through it again; the node itself is set only if it lies on a circle. */
    private BitSet reach(Node from, Function<Node, Stream<Node>> next) {
        BitSet seen = new BitSet(nodes.size());
        Deque<Node> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            next.apply(open.pop()).filter(node -> !seen.get(node.number)).forEach(node -> {
                seen.set(node.number);
                if (node != from) {
                    open.push(node);
                }
            });
        }
        return seen;
    }
}
