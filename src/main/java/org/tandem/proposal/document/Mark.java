package org.tandem.proposal.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tandem.proposal.FrozenVersion;

/** Which version a document is of. @param version null for a draft that was not frozen */
record Mark(@Nullable FrozenVersion version) {

    String say(String caseId, PaperWords words, Locale locale) {
        return version == null
                ? words.say(locale, "proposal.document.mark.draft", caseId)
                : words.say(locale, "proposal.document.mark", caseId, version.number(), version.shortFingerprint());
    }
}
