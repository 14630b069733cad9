package org.tandem.broken.neighbours.sowing;

import org.tandem.broken.neighbours.reaping.ReapCrop;

/** Calls a neighbour it has not listed. */
public class SowSeed {

    ReapCrop then;
}
