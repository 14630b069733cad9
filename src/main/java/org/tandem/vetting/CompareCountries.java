package org.tandem.vetting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Register;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskList;

/** The countries that wait for one director, read together: a fixed number of statements however many wait. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CompareCountries {

    /** More than these nobody compares at once; the others move up. */
    static final int MOST = 50;
    /** Those that are not there any more are named, too. */
    private static final int MOST_WANTED = 500;

    private static final int ALL = 1_000_000;

    private final TaskList tasks;
    private final NominationFile files;
    private final Countries countries;
    private final Frameworks frameworks;
    private final JdbcClient jdbc;
    /** Asked late: its rows come from here. */
    private final ObjectProvider<Register<Candidate>> register;

    /** All that wait for this person. */
    List<Candidate> candidates(SignedIn who) {
        return candidates(tasks.offered(who, VettingProcess.VET_COUNTRY, List.of(), ALL), who);
    }

    private List<Candidate> candidates(List<OpenTask> open, SignedIn who) {
        List<CaseId> ids = open.stream().map(OpenTask::caseOf).distinct().toList();
        Map<String, FileSummary> summaries = files.summaries(ids);
        Map<String, Standing> standings = standings(ids, who);
        return open.stream()
                .map(task -> candidate(task, summaries.get(task.caseId()), standings.get(task.caseId()), who))
                .toList();
    }

    /** @param wanted only these cases; all that wait when empty */
    Comparison compare(SignedIn who, Collection<CaseId> wanted) {
        if (wanted.size() > MOST_WANTED) {
            throw VettingRefused.tooMany(MOST);
        }
        List<OpenTask> open = tasks.offered(who, VettingProcess.VET_COUNTRY, wanted, wanted.isEmpty() ? MOST : ALL);
        List<Candidate> candidates = candidates(open.stream().limit(MOST).toList(), who);
        List<String> gone =
                new ArrayList<>(wanted.stream().map(CaseId::value).distinct().toList());
        gone.removeAll(open.stream().map(OpenTask::caseId).toList());
        return new Comparison(
                candidates, waiting(who), gone, register.getObject().beside(candidates));
    }

    private long waiting(SignedIn who) {
        return tasks.exactCount(who, TaskFilter.all().withTaskKey(VettingProcess.VET_COUNTRY))
                .number();
    }

    /** Where the vetting of a case stands, as far as everybody may know. */
    private record Standing(
            int round,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String suspendedBy,
            boolean waits,
            boolean voted) {}

    private Map<String, Standing> standings(Collection<CaseId> ids, SignedIn who) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.sql("""
                        select v.case_id, v.round, v.question, v.answer, c.suspended_by, c.waiting_since is not null as waits,
                            exists (select from tandem.vetting_vote w where w.case_id = v.case_id and w.round = v.round
                                and w.state = 'SEALED' and w.person = :me) as voted
                        from tandem.vetting v join tandem.case_row c on c.id = v.case_id where v.case_id = any(:cases)""")
                .param("me", who.personId())
                .param("cases", ids.stream().map(CaseId::value).toArray(String[]::new))
                .query((row, number) -> standings.put(
                        row.getString("case_id"),
                        new Standing(
                                row.getInt("round"),
                                row.getString("question"),
                                row.getString("answer"),
                                row.getString("suspended_by"),
                                row.getBoolean("waits"),
                                row.getBoolean("voted"))))
                .list();
        return standings;
    }

    private Candidate candidate(OpenTask task, FileSummary file, Standing standing, SignedIn who) {
        Country country = countries.find(task.country()).orElseThrow();
        return new Candidate(
                task.id(),
                task.caseId(),
                task.framework(),
                task.area(),
                frameworks
                        .areaByKey(task.framework() + "-" + task.area())
                        .map(Area::title)
                        .orElse(null),
                task.country(),
                country.name(LocaleContextHolder.getLocale()),
                task.party(),
                priority(country),
                standing.round(),
                standing.question(),
                standing.answer(),
                task.createdAt(),
                task.dueAt(),
                file,
                obstacle(task, file, standing, who));
    }

    private static List<String> priority(Country country) {
        List<String> flags = new ArrayList<>();
        if (country.ldc()) {
            flags.add("LDC");
        }
        if (country.fragile()) {
            flags.add("CRISIS");
        }
        return List.copyOf(flags);
    }

    private static @Nullable Message obstacle(OpenTask task, FileSummary file, Standing standing, SignedIn who) {
        if (file.namedBy().contains(who.personId())) {
            return Message.of("vetting.refused.ownNomination");
        }
        if (standing.voted()) {
            return VettingRefused.votedForAnother().words();
        }
        if (task.assignee() != null && !task.assignee().equals(who.personId())) {
            return Message.of("vetting.compare.claimed", MessageArgument.person(task.assignee()));
        }
        if (standing.suspendedBy() != null) {
            return Message.of("vetting.compare.suspended", MessageArgument.agency(standing.suspendedBy()));
        }
        return standing.waits() ? Message.of("cases.refused.waiting", task.caseId()) : null;
    }
}
