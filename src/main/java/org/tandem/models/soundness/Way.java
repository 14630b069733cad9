package org.tandem.models.soundness;

/** A sequence flow, or the jump from one half of a link to the other. */
record Way(int number, Node source, Node target, boolean conditional, boolean otherwise) {

    @Override
    public String toString() {
        return source.id + "→" + target.id;
    }
}
