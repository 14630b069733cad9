package org.tandem.broken.web;

import org.springframework.web.bind.annotation.RequestParam;

/** Knows the web although it is no …Pages and no …Api. */
class SowSeed {

    void sow(@RequestParam String seed) {}
}
