package org.tandem.broken.names;

/** Its name says that it does something, but not what. */
class SeedManager {}
