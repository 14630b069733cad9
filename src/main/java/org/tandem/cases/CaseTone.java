package org.tandem.cases;

import org.springframework.stereotype.Component;

/** Tone of the tag that names a state; the words carry the meaning, the tone only helps the eye. */
@Component("caseTone")
class CaseTone {

    public String of(String state) {
        return switch (state) {
            case "VETTED", "RESOLVED", "DONE" -> "done";
            case "NOT_SELECTED", "NOT_AGREED", "WITHDRAWN", "CLOSED_NO_AGREEMENT", "DECLINED" -> "stop";
            case "SUSPENDED", "RETURNED", "IN_DIVERGENCE", "AGREED_TO_DIFFER" -> "wait";
            default -> "info";
        };
    }
}
