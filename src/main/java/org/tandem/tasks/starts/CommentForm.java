package org.tandem.tasks.starts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseView;
import org.tandem.cases.CommentOnCase;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** The form to comment on a case, declared here because cases stand below tasks. */
@Component
@RequiredArgsConstructor
class CommentForm implements StartForm {

    private final CommentOnCase commentOnCase;
    private final Attachments attachments;
    private final List<CommentPlaces> places;

    @Override
    public StartPlace place() {
        return new StartPlace("cases", "commentOnCase", "/cases/{caseId}/comments", "/api/cases/{caseId}/comments");
    }

    @Override
    public List<String> namedBy() {
        return List.of("comment");
    }

    @Override
    public void mayStart(Start start) {
        commentOnCase.mayComment(start.view(), start.who());
    }

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of("hasPlaces", places.stream().anyMatch(some -> !some.of(start.view())
                .isEmpty()));
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "places",
                places.stream().flatMap(some -> some.of(start.view()).stream()).toList());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        MessageArgument about = values.text("place")
                .flatMap(place -> named(start.view(), place))
                .orElse(null);
        Mandate as =
                commentOnCase.comment(start.caseId(), values.text("comment").orElseThrow(), about, start.who());
        attachments.take(start.caseId(), values.files("file"), start.who(), as.group());
        return new Started("/cases/" + start.caseId(), Message.of("cases.flash.commented"), Map.of());
    }

    private Optional<MessageArgument> named(CaseView view, String place) {
        return places.stream()
                .filter(some ->
                        some.of(view).stream().anyMatch(one -> one.value().equals(place)))
                .map(some -> some.named(view, place))
                .findFirst();
    }
}
