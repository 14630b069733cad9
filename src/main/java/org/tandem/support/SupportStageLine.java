package org.tandem.support;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.people.Roster;
import org.tandem.platform.web.StageLine;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;

/** The stage line of a support request: asked, routed, answered by one party, rated (D16). */
@Component
class SupportStageLine implements StageLineSource {

    private final SupportRequests requests;
    private final Cases cases;
    private final Tasks tasks;
    private final Roster roster;
    private final Translator translator;
    private final Clock clock;

    SupportStageLine(
            SupportRequests requests, Cases cases, Tasks tasks, Roster roster, Translator translator, Clock clock) {
        this.requests = requests;
        this.cases = cases;
        this.tasks = tasks;
        this.roster = roster;
        this.translator = translator;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SupportProcess.KEY;
    }

    @Override
    public StageLine of(CaseView view) {
        SupportView request = requests.of(view.caseId()).view();
        SupportState state = SupportState.valueOf(request.state());
        List<OpenTask> open = tasks.openOf(view.caseId());
        List<String> parties = cases.parties(view.framework());
        List<StageLine.Step> steps = new ArrayList<>();
        steps.add(step(1, null, "ask", Status.DONE, roster.nameOf(request.askedBy()), request.askedAt(), null));
        steps.add(routing(request, state, open, view.stateSince()));
        for (String agency : parties) {
            steps.add(answering(request, state, open, agency));
        }
        steps.add(rating(request, state, open));
        return new StageLine(
                parties.stream()
                        .map(agency -> new StageLine.Lane(agency, agency))
                        .toList(),
                steps);
    }

    private StageLine.Step routing(SupportView request, SupportState state, List<OpenTask> open, Instant since) {
        return switch (state) {
            case OPEN -> held(2, null, "route", open, SupportProcess.ROUTE_REQUEST);
            case DECLINED -> step(2, null, "declined", Status.STOPPED, null, since, null);
            default -> step(2, null, "routed", Status.DONE, null, null, null);
        };
    }

    private StageLine.Step answering(SupportView request, SupportState state, List<OpenTask> open, String agency) {
        if (!agency.equals(request.agency())) {
            return step(
                    3, agency, "answer", state == SupportState.OPEN ? Status.NEXT : Status.SKIPPED, null, null, null);
        }
        if (state == SupportState.ASSIGNED) {
            return held(3, agency, "answer", open, SupportProcess.ANSWER_REQUEST);
        }
        String who =
                Optional.ofNullable(request.answeredBy()).map(roster::nameOf).orElse(null);
        return step(3, agency, "answered", Status.DONE, who, request.answeredAt(), null);
    }

    private StageLine.Step rating(SupportView request, SupportState state, List<OpenTask> open) {
        if (state == SupportState.DECLINED) {
            return step(4, null, "rate", Status.SKIPPED, null, null, null);
        }
        if (state != SupportState.DONE) {
            return step(4, null, "rate", Status.NEXT, null, null, null);
        }
        return request.rating() == null
                ? held(4, null, "rate", open, SupportProcess.RATE_ANSWER)
                : step(4, null, "rated." + request.rating(), Status.DONE, null, request.ratedAt(), null);
    }

    private StageLine.Step held(int stage, @Nullable String agency, String label, List<OpenTask> open, String key) {
        Optional<OpenTask> found =
                open.stream().filter(task -> task.key().equals(key)).findFirst();
        if (found.isEmpty()) {
            return step(stage, agency, label, Status.NOW, null, null, null);
        }
        OpenTask task = found.get();
        boolean late = task.timeliness(clock.instant()).equals("OVERDUE");
        String holder = task.assignee() != null
                ? roster.nameOf(task.assignee())
                : task.offers().stream().map(roster::describe).collect(Collectors.joining(", "));
        return step(stage, agency, label, late ? Status.OVERDUE : Status.NOW, holder, task.createdAt(), task.dueAt());
    }

    private StageLine.Step step(
            int stage,
            @Nullable String agency,
            String label,
            Status status,
            @Nullable String holder,
            @Nullable Instant at,
            @Nullable Instant due) {
        return new StageLine.Step(stage, agency, translator.say("support.stage." + label), status, holder, at, due);
    }
}
