package org.tandem.platform;

/**
 * Whether the demo roster is wanted: <code>tandem.demo</code> if set, else yes exactly when Tandem runs on its own embedded
 * database and listens to this machine alone.
 *
 * @param on whether it is wanted
 * @param open whether other machines can reach it, although everybody knows its password
 */
public record Demo(boolean on, boolean open) {}
