package org.tandem.dashboard;

/** Where a divergence is being settled (S-030). It is raised at its start level within one transaction. */
enum Level {
    COUNTRY("COUNTRY_LEVEL"),
    REGION("REGIONAL_LEVEL"),
    JOINT_MECHANISM("JOINT_MECHANISM");

    private final String state;

    Level(String state) {
        this.state = state;
    }

    String state() {
        return state;
    }
}
