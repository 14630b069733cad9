package org.tandem.broken.wiring;

/** Still uses the name a task had before it was renamed in the diagram. */
class SowingProcess {

    static final String PICK_SEED = "pickSeed";
}
