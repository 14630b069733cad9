package org.tandem.models.soundness;

/**
 * One thing that can happen.
 *
 * @param progress whether the process goes on by itself; an event from outside that cuts something short does not excuse
 *     tokens that are stuck
 */
record Move(Firing firing, boolean progress) {}
