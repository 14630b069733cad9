package org.tandem.vetting;

/** Keys of the user tasks of vetting, for the stage whose cases are vetted. */
public final class VettingTasks {

    public static final String VET_COUNTRY = "vetCountry";
    public static final String ANSWER_QUESTION = "answerQuestion";
    public static final String REPAIR_ROSTER = "repairRoster";

    private VettingTasks() {}
}
