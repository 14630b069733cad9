package org.tandem.vetting;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
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
    private final Clock clock;

    VetCountry(
            Vettings vettings,
            NominationFile file,
            VettingProcess process,
            CandidateGroups groups,
            CaseHistory history,
            Clock clock) {
        this.vettings = vettings;
        this.file = file;
        this.process = process;
        this.groups = groups;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return VettingProcess.VET_COUNTRY;
    }

    @Override
    public void mayDo(OpenTask task, SignedIn who) {
        if (file.nominators(task.caseOf()).contains(who.personId())) {
            throw VettingRefused.ownNomination();
        }
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        Vote vote = values.choice("decision", Vote.class).orElseThrow();
        vote(task, vote, words(vote, values), who);
    }

    private void vote(OpenTask task, Vote vote, @Nullable String reason, SignedIn who) {
        CaseId id = task.caseOf();
        String agency = Objects.requireNonNull(task.party(), "vetting is asked of a party");
        Vetting vetting = vettings.of(id.value());
        vetting.vote(agency, who.personId(), vote, reason, file.nominators(id), clock.instant());
        String director = groups.directorOf(agency, task.country());
        if (vote == Vote.RETURN) {
            history.add(
                    id,
                    CaseEntry.Kind.DECISION,
                    who.personId(),
                    director,
                    Message.of("vetting.history.returned", MessageArgument.agency(agency)),
                    reason);
        } else {
            history.add(
                    id,
                    CaseEntry.Kind.STEP,
                    null,
                    director,
                    Message.of("vetting.history.voted", MessageArgument.agency(agency)),
                    null);
        }
        process.voted(task.id(), vote == Vote.RETURN);
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

    private static @Nullable String words(Vote vote, FormValues values) {
        return values.text(vote.field()).orElse(null);
    }
}
