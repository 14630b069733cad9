package org.tandem.broken.bare;

/** Lives in a module that does not introduce itself. */
class Seed {}
