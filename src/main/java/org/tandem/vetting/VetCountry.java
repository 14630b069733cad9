package org.tandem.vetting;

import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** A director approves, declines, or returns the file with a question; may take the vote back until another has voted. */
@UseCase
@RequiredArgsConstructor
class VetCountry implements TaskWork {

    private final Vettings vettings;
    private final NominationFile file;
    private final VettingProcess process;
    private final Cases cases;
    private final Tasks tasks;
    private final CaseHistory history;

    @Override
    public Set<String> taskKeys() {
        return Set.of(VettingProcess.VET_COUNTRY);
    }

    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return vettings.of(task.caseId()).obstacle(who.personId(), file.nominators(task.caseOf()));
    }

    @Override
    public Message abandoned(OpenTask task) {
        cases.flagNoDirector(task.caseOf(), true);
        return TaskWork.super.abandoned(task);
    }

    @Override
    public void possibleAgain(OpenTask task) {
        boolean another = tasks.openOf(task.caseOf()).stream()
                .filter(other -> other.key().equals(VettingProcess.VET_COUNTRY))
                .anyMatch(other -> !other.id().equals(task.id()) && other.abandonedSince() != null);
        cases.flagNoDirector(task.caseOf(), another);
    }

    /** How somebody voted never enters the engine, nor the history before all have. */
    @Override
    public void complete(TaskContext task, FormValues values) {
        CaseId id = task.caseId();
        Vote vote = values.choice("decision", Vote.class).orElseThrow();
        vettings.of(id.value())
                .vote(
                        MandatePattern.parse(task.actingAs()),
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

    /** @param as the mandate under which the vote was given; one person may hold several */
    void takeBack(CaseId id, MandatePattern as, SignedIn who) {
        vettings.of(id.value()).takeBack(as.agency(), who.personId());
        history.add(
                id,
                CaseEntry.Kind.STEP,
                null,
                as.group(),
                Message.of("vetting.history.takenBack", MessageArgument.agency(as.agency())),
                null);
        process.takenBack(id, as.agency());
    }
}
