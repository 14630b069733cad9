package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A number with the way to what it counts. */
record Counted(long number, @JsonIgnore Query query) {

    /** Address of the list, for machines. */
    @JsonProperty
    public String list() {
        return query.after("/api/dashboard/list");
    }

    /** Address of the list, for people. */
    public String page() {
        return query.after("/dashboard/list");
    }
}
