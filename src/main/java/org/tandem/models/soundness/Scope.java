package org.tandem.models.soundness;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The process itself, or the inside of a subprocess: what lives and dies together. */
@RequiredArgsConstructor
final class Scope {

    /** The subprocess it is the inside of; none for the process. */
    final @Nullable Node host;

    final List<Node> nodes = new ArrayList<>();
    final List<Node> starts = new ArrayList<>();

    /** Without a start event, everything that nothing leads to begins at once. */
    boolean startsAtOnce;

    /** Places on this level where tokens rest, and everything within, marks of reached ends included. */
    int[] level = {};

    int[] everything = {};

    /** Work within may raise an error or an escalation. */
    boolean works;

    /** The sets of nodes one of which begins a process. */
    List<List<Node>> beginnings() {
        if (starts.isEmpty()) {
            return List.of();
        }
        return startsAtOnce ? List.of(starts) : starts.stream().map(List::of).toList();
    }

    boolean isEmpty(char[] tokens) {
        for (int place : level) {
            if (tokens[place] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The colours the scope was entered with. */
    int colours(char[] tokens) {
        return host == null ? 0 : tokens[host.place] - 1;
    }

    void clear(char[] tokens) {
        for (int place : everything) {
            tokens[place] = 0;
        }
    }
}
