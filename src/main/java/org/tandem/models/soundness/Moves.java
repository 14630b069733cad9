package org.tandem.models.soundness;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Everything that can happen next. */
final class Moves {

    private final Net net;
    private final Joins joins;
    private final BitSet reached;
    private final Consumer<Move> found;
    private final Events events;

    Moves(Net net, BitSet reached, Consumer<Move> found) {
        this.net = net;
        this.joins = new Joins(net);
        this.reached = reached;
        this.found = found;
        this.events = new Events(net, reached, found);
    }

    void from(char[] tokens) {
        for (Node node : net.nodes) {
            switch (node.kind) {
                case STEP, CHOICE, PARALLEL, INCLUSIVE -> step(tokens, node);
                case SUBPROCESS -> subprocess(tokens, node);
                case EVENT_SUBPROCESS -> events.eventSubprocess(tokens, node);
                case THROW -> raise(tokens, node);
                case TERMINATE -> terminate(tokens, node);
                case END, BOUNDARY -> {}
            }
        }
    }

    private void step(char[] tokens, Node node) {
        if (node.joins()) {
            join(tokens, node);
        } else if (tokens[node.place] != 0) {
            resume(tokens, node, List.of(node.place));
            node.boundaries.forEach(event -> events.boundary(tokens, node, event));
        }
    }

    private void resume(char[] tokens, Node node, List<Integer> places) {
        for (List<Way> ways : node.choices) {
            Firing firing = new Firing(tokens, node, reached);
            int colours = 0;
            for (int place : places) {
                colours |= firing.take(place);
            }
            firing.leave(node, ways, colours);
            found.accept(new Move(firing, true));
        }
    }

    private void join(char[] tokens, Node node) {
        if (joins.isReady(tokens, node)) {
            resume(tokens, node, joins.filled(tokens, node));
        }
    }

    private void subprocess(char[] tokens, Node node) {
        if (tokens[node.place] == 0) {
            return;
        }
        boolean worksOn = !node.inside().isEmpty(tokens);
        if (worksOn || node.inside().starts.isEmpty()) {
            node.boundaries.forEach(event -> events.boundary(tokens, node, event));
        }
        if (worksOn) {
            return;
        }
        for (List<Way> ways : node.choices) {
            Firing firing = new Firing(tokens, node, reached);
            node.inside().clear(firing.tokens);
            firing.leave(node, ways, firing.take(node.place));
            found.accept(new Move(firing, true));
        }
    }

    /** Uncaught, an error is an ordinary end and an escalation an ordinary step. */
    private void raise(char[] tokens, Node node) {
        if (tokens[node.place] != 0) {
            if (node.catcher == null) {
                resume(tokens, node, List.of(node.place));
            } else {
                events.raise(tokens, node, node.catcher);
            }
        }
    }

    private void terminate(char[] tokens, Node node) {
        if (tokens[node.place] != 0) {
            Firing firing = new Firing(tokens, node, reached);
            node.scope.clear(firing.tokens);
            found.accept(new Move(firing, true));
        }
    }
}
