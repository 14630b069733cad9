package org.tandem.support;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseText;
import org.tandem.cases.CaseView;

/** By which words a support request is found: its topic, the question and the answer. */
@Component
class SupportText implements CaseText {

    private final SupportRequests requests;
    private final Topics topics;

    SupportText(SupportRequests requests, Topics topics) {
        this.requests = requests;
        this.topics = topics;
    }

    @Override
    public String kind() {
        return SupportProcess.KEY;
    }

    @Override
    public List<String> of(CaseView view) {
        return requests.findById(view.id()).map(SupportRequest::view).stream()
                .flatMap(request -> Stream.of(
                        topics.name(request.topic(), Locale.ENGLISH),
                        topics.name(request.topic(), Locale.FRENCH),
                        request.question(),
                        request.answer()))
                .filter(Objects::nonNull)
                .toList();
    }
}
