package org.tandem.models.soundness;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** What events do: boundary events, event subprocesses, and whatever is thrown for them within the diagram. */
record Events(Net net, BitSet reached, Consumer<Move> found) {

    /** Each boundary event is a free choice while its host is at work; one that does not interrupt starts one at a time. */
    void boundary(char[] tokens, Node host, Node event) {
        boolean own = host.inner == null;
        if (own ? event.alarm.kind() == Alarm.Kind.CANCEL : !mayComeFromOutside(event.alarm, host.inside())) {
            return;
        }
        for (List<Way> ways : event.choices) {
            if (event.interrupting || !isUnderWay(tokens, event.colour)) {
                Firing firing = new Firing(tokens, event, reached);
                catchAt(firing, host, event, ways);
                found.accept(new Move(firing, own && event.interrupting));
            }
        }
    }

    private static boolean mayComeFromOutside(Alarm alarm, Scope scope) {
        return alarm.kind() == Alarm.Kind.OUTSIDE || alarm.mayComeFromWork() && scope.works;
    }

    private void catchAt(Firing firing, Node host, Node event, List<Way> ways) {
        reached.set(event.number);
        int colours = firing.tokens[host.place] - 1;
        if (event.interrupting) {
            firing.take(host.place);
            if (host.inner != null) {
                host.inside().clear(firing.tokens);
            }
        }
        firing.leave(event, ways, colours | event.colour);
    }

    private boolean isUnderWay(char[] tokens, int colour) {
        for (int place = 0; place < tokens.length; place++) {
            if (net.holders[place] != null && tokens[place] != 0 && ((tokens[place] - 1) & colour) != 0) {
                return true;
            }
        }
        return false;
    }

    void eventSubprocess(char[] tokens, Node node) {
        if (tokens[node.place] != 0) {
            if (node.inside().isEmpty(tokens)) {
                Firing firing = new Firing(tokens, node, reached);
                node.inside().clear(firing.tokens);
                firing.take(node.place);
                found.accept(new Move(firing, true));
            }
        } else if (mayStart(tokens, node) && mayComeFromOutside(node.alarm, node.scope)) {
            Firing firing = new Firing(tokens, node, reached);
            start(firing, node);
            found.accept(new Move(firing, false));
        }
    }

    /** Its scope is at work, and not being cut short by another event subprocess. */
    private static boolean mayStart(char[] tokens, Node node) {
        return !node.scope.isEmpty(tokens)
                && node.scope.nodes.stream()
                        .noneMatch(other -> other.kind == Node.Kind.EVENT_SUBPROCESS
                                && other.interrupting
                                && tokens[other.place] != 0);
    }

    private void start(Firing firing, Node eventSubprocess) {
        int colours = eventSubprocess.scope.colours(firing.tokens);
        if (eventSubprocess.interrupting) {
            eventSubprocess.scope.clear(firing.tokens);
        }
        firing.enter(eventSubprocess, colours);
    }

    /** An error, escalation or cancellation goes to whoever catches it. */
    void raise(char[] tokens, Node node, Node catcher) {
        if (catcher.interrupting) {
            caught(new Firing(tokens, node, reached), node, catcher);
        } else {
            for (List<Way> ways : node.choices) {
                Firing firing = new Firing(tokens, node, reached);
                int colours = firing.take(node.place);
                firing.leave(node, ways, colours);
                caught(firing, node, catcher);
            }
        }
    }

    private void caught(Firing firing, Node thrower, Node catcher) {
        firing.fired.add(catcher);
        if (catcher.kind == Node.Kind.EVENT_SUBPROCESS) {
            if (catcher.interrupting || firing.tokens[catcher.place] == 0) {
                start(firing, catcher);
            }
            found.accept(new Move(firing, true));
            return;
        }
        Node host = hostOf(thrower, catcher);
        if (!catcher.interrupting && isUnderWay(firing.tokens, catcher.colour)) {
            found.accept(new Move(firing, true));
            return;
        }
        for (List<Way> ways : catcher.choices) {
            Firing branch = firing.copy();
            catchAt(branch, host, catcher, ways);
            found.accept(new Move(branch, true));
        }
    }

    private static Node hostOf(Node thrower, Node boundary) {
        Node host = thrower.scope.host;
        while (host != null && !host.boundaries.contains(boundary)) {
            host = host.scope.host;
        }
        if (host == null) {
            throw new IllegalStateException(boundary + " does not catch what " + thrower + " throws");
        }
        return host;
    }
}
