package org.tandem.models.soundness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Every marking that can come about, nearest to the start first, and how it came about. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class StateSpace {

    /** A move to a marking with two tokens in one place; from there on nothing is looked at. */
    record Unsafe(int state, Firing firing) {}

    private static final int START = -1;

    final Net net;
    final List<String> states = new ArrayList<>();
    final List<Unsafe> unsafe = new ArrayList<>();

    /** Markings from which the process does not go on by itself although it has not ended. */
    final List<Integer> stuck = new ArrayList<>();

    /** Activities and events that were reached in some run. */
    final BitSet reached = new BitSet();

    /** Inclusive joins whose last expected token may end elsewhere. */
    final Set<Node> overlooked = new LinkedHashSet<>();

    private final BitSet complete = new BitSet();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<List<Node>> labels = new ArrayList<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private boolean exhausted = true;

    static StateSpace of(Net net, Limit limit) {
        StateSpace space = new StateSpace(net);
        net.root.beginnings().forEach(starts -> {
            Firing begun = new Firing(new char[net.places], starts.get(0), space.reached);
            starts.forEach(start -> begun.begin(start, 0));
            space.add(begun.tokens, START, List.of());
        });
        for (int next = 0; next < space.states.size(); next++) {
            if (space.states.size() > limit.states()) {
                space.exhausted = false;
                break;
            }
            space.lookAt(next);
        }
        return space;
    }

    boolean isExhausted() {
        return exhausted;
    }

    char[] marking(int state) {
        return states.get(state).toCharArray();
    }

    private void lookAt(int state) {
        char[] tokens = marking(state);
        if (net.root.isEmpty(tokens)) {
            complete.set(state);
            return;
        }
        boolean[] goesOn = new boolean[1];
        new Moves(net, reached, move -> {
                    goesOn[0] |= move.progress();
                    if (move.firing().clash() == null) {
                        overlooked.addAll(new Joins(net).overlooked(tokens, move.firing().tokens));
                        add(move.firing().tokens, state, move.firing().fired);
                    } else {
                        unsafe.add(new Unsafe(state, move.firing()));
                    }
                })
                .from(tokens);
        if (!goesOn[0]) {
            stuck.add(state);
        }
    }

    /** A string is the smallest key at hand: one byte a place, and it remembers its hash. */
    private void add(char[] tokens, int parent, List<Node> label) {
        String key = new String(tokens);
        Integer known = numbers.get(key);
        int state = known == null ? states.size() : known;
        if (known == null) {
            numbers.put(key, state);
            states.add(key);
            parents.add(parent);
            labels.add(List.copyOf(label));
            predecessors.add(new ArrayList<>(2));
        }
        if (parent != START) {
            predecessors.get(state).add(parent);
        }
    }

    /** States from which an end, or a flaw already found, can be reached. */
    BitSet withAWayOut() {
        BitSet out = (BitSet) complete.clone();
        stuck.forEach(out::set);
        unsafe.forEach(found -> out.set(found.state()));
        Deque<Integer> open = new ArrayDeque<>(out.stream().boxed().toList());
        while (!open.isEmpty()) {
            for (int before : predecessors.get(open.pop())) {
                if (!out.get(before)) {
                    out.set(before);
                    open.push(before);
                }
            }
        }
        return out;
    }

    /** The first of these states that comes back to itself; or the first of all, if none does. */
    int firstOnACircle(BitSet among) {
        return among.stream().filter(this::comesBack).findFirst().orElse(among.nextSetBit(0));
    }

    private boolean comesBack(int state) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(state));
        while (!open.isEmpty() && !seen.get(state)) {
            for (int before : predecessors.get(open.pop())) {
                if (!seen.get(before)) {
                    seen.set(before);
                    open.push(before);
                }
            }
        }
        return seen.get(state);
    }

    /** What happened from the start to this state. */
    List<Node> traceTo(int state) {
        List<List<Node>> steps = new ArrayList<>();
        for (int at = state; at != START; at = parents.get(at)) {
            steps.add(labels.get(at));
        }
        Collections.reverse(steps);
        return steps.stream().flatMap(List::stream).toList();
    }

    /** An empty subprocess, where nothing else holds a token. */
    Node busy(char[] tokens) {
        return net.nodes.stream()
                .filter(node -> node.inner != null && node.place != Node.NOWHERE && tokens[node.place] != 0)
                .findFirst()
                .orElse(net.nodes.get(0));
    }

    /** What holds a token, waiting: a subprocess is left out, what is in it counts. */
    List<Node> holding(char[] tokens) {
        List<Node> holders = new ArrayList<>();
        for (int place = 0; place < tokens.length; place++) {
            Node holder = net.holders[place];
            if (holder != null && tokens[place] != 0 && holder.inner == null && !holders.contains(holder)) {
                holders.add(holder);
            }
        }
        return holders;
    }
}
