package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One move being made on a copy of a marking: tokens are taken, and arrive elsewhere. */
final class Firing {

    /** A second token came where only one may be, or to an end where one ended before. */
    record Clash(Node at, Node from, boolean end, boolean sameWay) {}

    final char[] tokens;
    final List<Node> fired = new ArrayList<>();
    private final BitSet reached;
    private @Nullable Clash clash;

    Firing(char[] before, Node node, BitSet reached) {
        this.tokens = before.clone();
        this.reached = reached;
        fired.add(node);
    }

    private Firing(Firing other) {
        this.tokens = other.tokens.clone();
        this.reached = other.reached;
        this.clash = other.clash;
        fired.addAll(other.fired);
    }

    /** The same so far, to go on differently. */
    Firing copy() {
        return new Firing(this);
    }

    @Nullable
    Clash clash() {
        return clash;
    }

    /** Takes the token away and says its colours. */
    int take(int place) {
        int colours = tokens[place] - 1;
        tokens[place] = 0;
        return colours;
    }

    /** Leaves the node on some of its ways; with none, the token ends there. */
    void leave(Node node, List<Way> ways, int colours) {
        if (ways.isEmpty()) {
            end(node, 0, colours);
        }
        ways.forEach(way -> arrive(way, colours));
    }

    private void arrive(Way first, int colours) {
        Way way = first;
        while (way.target().passed) {
            reached.set(way.target().number);
            fired.add(way.target());
            way = way.target().out.get(0);
        }
        Node node = way.target();
        reached.set(node.number);
        if (node.kind == Node.Kind.END) {
            fired.add(node);
            end(node, way.number(), colours);
            return;
        }
        int place = node.placeOf(way);
        if (tokens[place] != 0 && node.endsItsScope()) {
            return; // the first token ends everything, this one with it
        }
        if (tokens[place] != 0) {
            clash(new Clash(node, way.source(), false, node.joins() || node.in.size() < 2));
        } else if (node.kind == Node.Kind.SUBPROCESS) {
            enter(node, colours);
        } else {
            tokens[place] = (char) (1 + colours);
        }
    }

    /** Begins a subprocess or an event subprocess. */
    void enter(Node subprocess, int colours) {
        Scope scope = subprocess.inside();
        reached.set(subprocess.number);
        tokens[subprocess.place] = (char) (1 + colours);
        scope.starts.forEach(start -> begin(start, colours));
    }

    void begin(Node start, int colours) {
        if (start.kind == Node.Kind.SUBPROCESS) {
            enter(start, colours);
        } else {
            reached.set(start.number);
            tokens[start.place] = (char) (1 + colours);
        }
    }

    /** Tokens that a boundary event started besides the main road may end anywhere, any number of times. */
    private void end(Node node, int way, int colours) {
        if (node.mark == Node.NOWHERE || colours != node.scope.colours(tokens)) {
            return;
        }
        int before = tokens[node.mark];
        if (before != 0) {
            boolean sameWay = before == 1 + way && (node.kind == Node.Kind.END || node.in.size() < 2);
            clash(new Clash(node, node, true, sameWay));
        }
        tokens[node.mark] = (char) (1 + way);
    }

    private void clash(Clash found) {
        if (clash == null) {
            clash = found;
        }
    }
}
