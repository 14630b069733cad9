package org.tandem.platform;

/**
 * Whether the demo roster is wanted: <code>tandem.demo</code> if set, else yes exactly when Tandem runs on its own
 * embedded database.
 */
public record Demo(boolean on) {}
