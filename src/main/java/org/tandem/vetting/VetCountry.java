package org.tandem.vetting;

import java.util.Set;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** A director approves, declines, or returns the file with a question; may take the vote back until another has voted. */
@UseCase
class VetCountry implements TaskWork {

    private final Vettings vettings;
    private final NominationFile file;
    private final VettingProcess process;
    private final CandidateGroups groups;
    private final CaseHistory history;

    VetCountry(
            Vettings vettings,
            NominationFile file,
            VettingProcess process,
            CandidateGroups groups,
            CaseHistory history) {
        this.vettings = vettings;
        this.file = file;
        this.process = process;
        this.groups = groups;
        this.history = history;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(VettingProcess.VET_COUNTRY);
    }

    @Override
    public void mayDo(OpenTask task, SignedIn who) {
        if (file.nominators(task.caseOf()).contains(who.personId())) {
            throw VettingRefused.ownNomination();
        }
    }

    /** How somebody voted never enters the engine, nor the history before all have. */
    @Override
    public void complete(TaskContext task, FormValues values) {
        CaseId id = task.caseId();
        Vote vote = values.choice("decision", Vote.class).orElseThrow();
        vettings.of(id.value())
                .vote(
                        task.agency(),
                        task.person(),
                        vote,
                        values.text(vote.field()).orElse(null),
                        file.nominators(id),
                        task.now());
        if (vote != Vote.RETURN) {
            history.add(
                    id,
                    CaseEntry.Kind.STEP,
                    null,
                    task.actingAs(),
                    Message.of("vetting.history.voted", MessageArgument.agency(task.agency())),
                    null);
        }
        task.set("vote", vote == Vote.RETURN ? "RETURN" : "GIVEN");
        task.complete(values);
    }

    /** @param agency for which the vote was given; one person may hold mandates of several */
    void takeBack(CaseId id, String agency, String country, SignedIn who) {
        Vetting vetting = vettings.of(id.value());
        vetting.takeBack(agency, who.personId());
        history.add(
                id,
                CaseEntry.Kind.STEP,
                null,
                groups.directorOf(agency, country),
                Message.of("vetting.history.takenBack", MessageArgument.agency(agency)),
                null);
        process.takenBack(id, agency);
    }
}
