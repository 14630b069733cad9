package org.tandem.journeys;

import org.jspecify.annotations.Nullable;

/** What somebody writes into the form of a nomination. */
record Wish(
        String frameworkTitle,
        String country,
        String area,
        @Nullable String gain,
        @Nullable String collaboration,
        String entryPoint,
        String reasons) {

    static final String FFA = "Framework for Action 2020";
    static final String SDG_FUND = "Joint SDG Fund projects on social protection";

    static Wish of(String country, String area) {
        return new Wish(
                FFA,
                country,
                area,
                gainOf(area),
                null,
                "The running national programme of " + country,
                "Both sides have people on the ground and the ministry has asked");
    }

    Wish building(String on) {
        return new Wish(frameworkTitle, country, area, gain, on, entryPoint, reasons);
    }

    Wish in(String framework) {
        return new Wish(framework, country, area, null, collaboration, entryPoint, reasons);
    }

    private static @Nullable String gainOf(String area) {
        return area.equals("7") ? null : "More coherent policy";
    }
}
