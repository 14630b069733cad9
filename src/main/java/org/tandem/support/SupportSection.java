package org.tandem.support;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;

/** The question, who answers, the answer, and whether it helped. */
@Component
@RequiredArgsConstructor
class SupportSection implements CaseSection {

    private final SupportRequests requests;
    private final Topics topics;

    record Asked(SupportRequest request, String topicName) {}

    @Override
    public String name() {
        return "support";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        if (!view.kind().equals(SupportProcess.KEY)) {
            return null;
        }
        SupportRequest request = requests.of(view.caseId());
        return new Asked(request, topics.name(request.topic(), LocaleContextHolder.getLocale()));
    }
}
