package org.tandem.models.soundness;

import java.util.BitSet;
import java.util.List;

/** When gateways that wait for several tokens have waited long enough. */
record Joins(Net net) {

    List<Integer> filled(char[] tokens, Node join) {
        return join.in.stream()
                .map(join::placeOf)
                .filter(place -> tokens[place] != 0)
                .toList();
    }

    boolean isReady(char[] tokens, Node join) {
        int filled = filled(tokens, join).size();
        return filled == join.in.size()
                || join.kind == Node.Kind.INCLUSIVE && filled > 0 && !isStillExpected(tokens, join);
    }

    /** As the engine does it: an inclusive join waits while a token of its scope can still reach it. */
    private boolean isStillExpected(char[] tokens, Node join) {
        BitSet upstream = net.upstreamOf(join);
        for (int place : join.scope.level) {
            Node holder = net.holder(place);
            if (tokens[place] != 0 && holder != join && upstream.get(holder.number)) {
                return true;
            }
        }
        return false;
    }

    /** Joins that could go on now although nothing arrived; the engine looks at them only when something does. */
    List<Node> overlooked(char[] before, char[] after) {
        return net.nodes.stream()
                .filter(node -> node.kind == Node.Kind.INCLUSIVE && node.joins())
                .filter(join -> !isReady(before, join)
                        && isReady(after, join)
                        && filled(before, join).equals(filled(after, join)))
                .toList();
    }
}
