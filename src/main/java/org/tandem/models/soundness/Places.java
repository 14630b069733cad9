package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;

/** Numbers the places of a net: where tokens rest, and where ends are remembered. */
record Places(Net net) {

    void number() {
        List<Node> holders = new ArrayList<>();
        for (Node node : net.nodes) {
            node.passed = net.together && isPassed(node);
            if (node.kind != Node.Kind.END && node.kind != Node.Kind.BOUNDARY) {
                node.place = holders.size();
                for (int place = 0; place < (node.joins() ? node.in.size() : 1); place++) {
                    holders.add(node);
                }
            }
            if (node.out.isEmpty() && node.kind != Node.Kind.EVENT_SUBPROCESS) {
                node.mark = holders.size();
                holders.add(null);
            }
        }
        net.holders = holders.toArray(new Node[0]);
        net.places = holders.size();
        collect(net.root);
    }

    private static List<Integer> collect(Scope scope) {
        List<Integer> level = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (Node node : scope.nodes) {
            for (int place = node.place; place != Node.NOWHERE && place < node.place + width(node); place++) {
                level.add(place);
            }
            if (node.mark != Node.NOWHERE) {
                all.add(node.mark);
            }
            if (node.inner != null) {
                all.addAll(collect(node.inner));
            }
        }
        all.addAll(level);
        scope.level = level.stream().mapToInt(Integer::intValue).toArray();
        scope.everything = all.stream().mapToInt(Integer::intValue).toArray();
        return all;
    }

    private static int width(Node node) {
        return node.joins() ? node.in.size() : 1;
    }

    /** One way in, one way out, nothing attached: whether its token waits before it or after it makes no difference. */
    private static boolean isPassed(Node node) {
        return node.kind == Node.Kind.STEP
                && node.in.size() == 1
                && node.out.size() == 1
                && node.choices.size() == 1
                && node.boundaries.isEmpty();
    }
}
