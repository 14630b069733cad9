package org.tandem.tasks.starts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** Addresses of a start with its case and its draft filled in. */
final class StartAddress {

    private StartAddress() {}

    static String of(StartForm form, String declared, @Nullable String caseId, @Nullable UUID draft) {
        boolean inPath = declared.contains("{caseId}");
        String query = (form.isAboutACase() && !inPath && caseId != null ? "&case=" + caseId : "")
                + (draft == null ? "" : "&draft=" + draft);
        return declared.replace("{caseId}", String.valueOf(caseId)) + query.replaceFirst("&", "?");
    }

    /** As a pattern for request mappings. */
    static String pattern(String declared) {
        return declared.replace("{caseId}", CaseId.PATH);
    }
}
