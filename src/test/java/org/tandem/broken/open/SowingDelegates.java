package org.tandem.broken.open;

/** Delegates anybody could call. */
public class SowingDelegates {}
