package org.tandem.tasks.starts;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CommentOnCase;
import org.tandem.platform.Message;
import org.tandem.tasks.forms.FormValues;

/** The form to comment on a case, declared here because cases stand below tasks. */
@Component
@RequiredArgsConstructor
class CommentForm implements StartForm {

    private final CommentOnCase commentOnCase;

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
    public Started submit(Start start, FormValues values) {
        commentOnCase.comment(start.caseId(), values.text("comment").orElseThrow(), start.who());
        return new Started("/cases/" + start.caseId(), Message.of("cases.flash.commented"), Map.of());
    }
}
