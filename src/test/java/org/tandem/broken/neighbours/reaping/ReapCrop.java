package org.tandem.broken.neighbours.reaping;

/** Called by a neighbour that has not listed it. */
public class ReapCrop {}
