package org.tandem.bench;

import java.util.List;

/** One country for one area of a framework; who nominates it is the first of the parties. */
record Subject(String framework, String country, String area, List<String> parties) {

    /** Scope of the focal points. */
    String areaKey() {
        return framework + "-" + area;
    }
}
