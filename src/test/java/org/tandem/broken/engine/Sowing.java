package org.tandem.broken.engine;

import org.camunda.bpm.engine.RuntimeService;

/** Talks to the engine although it is no …Process. */
class Sowing {

    void sow(RuntimeService engine) {
        engine.startProcessInstanceByKey("sowing");
    }
}
