package org.tandem.bench;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.selection.Nominating;
import org.tandem.tasks.CompleteTask;
import org.tandem.tasks.forms.FormInput;

/** Takes cases from their nomination to "selected" by the use cases, each step done by somebody it is offered to. */
final class Cases {

    private final Application application;
    private final Cast cast;
    private final CandidateGroups groups;
    private final CompleteTask completeTask;
    private final JdbcClient jdbc;

    Cases(Application application, Cast cast) {
        this.application = application;
        this.cast = cast;
        this.groups = application.bean(CandidateGroups.class);
        this.completeTask = application.bean(CompleteTask.class);
        this.jdbc = application.jdbc();
    }

    /** One act on a task, everything about it known beforehand. */
    record Step(CaseId caseId, String task, String key, String group, Map<String, ?> answers) {}

    /** @return the id of the new case */
    CaseId nominate(Subject subject) {
        return cast.as(
                groups.focalPoints(subject.parties().get(0), subject.areaKey()),
                who -> Nominating.nominate(
                        application.context(), subject.framework(), subject.country(), subject.area(), who));
    }

    Step agree(CaseId id, Subject subject) {
        String party = subject.parties().get(1);
        return step(
                id,
                "agreeNomination",
                party,
                groups.focalPoints(party, subject.areaKey()),
                Map.of("decision", "AGREE"));
    }

    Step approve(CaseId id, Subject subject, int party) {
        String agency = subject.parties().get(party);
        return step(
                id, "vetCountry", agency, groups.directorOf(agency, subject.country()), Map.of("decision", "APPROVE"));
    }

    void take(Step step) {
        cast.as(
                step.group(),
                who -> completeTask.complete(
                        step.caseId(), step.key(), step.task(), FormInput.ofValues(step.answers()), who));
    }

    /** From nothing to a country on the list. */
    CaseId select(Subject subject) {
        CaseId id = nominate(subject);
        take(agree(id, subject));
        take(approve(id, subject, 0));
        take(approve(id, subject, 1));
        return id;
    }

    private Step step(CaseId id, String key, String party, String group, Map<String, ?> answers) {
        String task = jdbc.sql(
                        "select id from tandem.task where case_id = ? and task_key = ? and party = ? and state = 'OPEN'")
                .params(id.value(), key, party)
                .query(String.class)
                .single();
        return new Step(id, task, key, group, answers);
    }
}
