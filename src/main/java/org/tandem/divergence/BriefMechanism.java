package org.tandem.divergence;

import java.util.stream.Stream;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** The coordinators add the facts to the record so far, and say whether they want the Task Team's advice. */
@UseCase
class BriefMechanism implements TaskWork {

    private final DivergenceProcess process;
    private final DivergenceMinutes minute;
    private final CandidateGroups groups;
    private final Roster roster;

    BriefMechanism(DivergenceProcess process, DivergenceMinutes minute, CandidateGroups groups, Roster roster) {
        this.process = process;
        this.minute = minute;
        this.groups = groups;
        this.roster = roster;
    }

    @Override
    public String taskKey() {
        return DivergenceProcess.BRIEF_MECHANISM;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        boolean wanted = values.text("advice").orElseThrow().equals("WANTED");
        if (wanted && nobodyAdvises(task.framework())) {
            throw DivergenceRefused.nobodyToAdvise();
        }
        minute.write(
                task,
                who,
                DivergenceEntry.Kind.BRIEF,
                ProposedOutcome.words(values.text("brief").orElseThrow()));
        process.briefed(task.id(), wanted);
    }

    private boolean nobodyAdvises(String framework) {
        return Stream.of(groups.taskTeams(framework).split(","))
                .map(MandatePattern::parse)
                .noneMatch(roster::anyoneHolds);
    }
}
