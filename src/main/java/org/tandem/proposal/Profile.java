package org.tandem.proposal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed about a proposal as a whole.
 *
 * @param fund code of the intended fund, null for not yet
 * @param call of that fund, null for not yet
 * @param form code of the form it is written in, one of the fund's
 * @param leads who speaks for each party while it is written
 */
record Profile(
        String title,
        String convening,
        @Nullable String fund,
        @Nullable String call,
        String form,
        @Nullable LocalDate startsOn,
        @Nullable Integer months,
        Map<String, UUID> leads) {

    /** Says which profile somebody has seen; to be sent back when saving. */
    String mark() {
        return FreezeProposal.fingerprint(toString());
    }

    /** By the names of the form; what is not known yet is left out. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("convening", convening);
        put(fields, "fund", fund);
        put(fields, "call", call);
        fields.put("form", form);
        put(fields, "startsOn", startsOn);
        put(fields, "months", months);
        leads.forEach((agency, person) -> put(fields, "lead." + agency, person));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
