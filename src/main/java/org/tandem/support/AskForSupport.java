package org.tandem.support;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A country team asks the joint mechanism (S-016, S-040). */
@UseCase
class AskForSupport {

    /** No request is more urgent than another; the date asked for says how long there is. */
    private static final int PRIORITY = 50;

    private final SupportRules rules;
    private final Askers askers;
    private final Frameworks frameworks;
    private final SupportRequests requests;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final SupportProcess process;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskForSupport(
            SupportRules rules,
            Askers askers,
            Frameworks frameworks,
            SupportRequests requests,
            Cases cases,
            CaseHistory history,
            CandidateGroups groups,
            SupportProcess process,
            JdbcClient jdbc,
            Clock clock) {
        this.rules = rules;
        this.askers = askers;
        this.frameworks = frameworks;
        this.requests = requests;
        this.cases = cases;
        this.history = history;
        this.groups = groups;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.tandem.platform.Refused naming every field that does not fit, or the request that is open already */
    CaseId ask(SupportInput input, SignedIn who) {
        CheckedRequest wish = rules.checked(input, who);
        Framework framework = frameworks.byShortCode(wish.framework()).orElseThrow();
        String askedAs =
                askers.actingAs(framework, wish.area(), wish.country(), who).orElseThrow();
        CaseSubject subject = CaseSubject.of(wish.framework(), wish.country(), wish.area());
        CaseId stem = CaseId.of(subject, 1);
        // Whoever asks about the same at the same moment waits here, and is seen below.
        CaseId id = stem.below(SupportCaseType.LETTER, cases.nextBelow(stem.value(), SupportCaseType.LETTER));
        refuseTwice(wish, who);
        cases.open(new CaseOpening(
                id,
                SupportProcess.KEY,
                null,
                subject,
                SupportState.OPEN.name(),
                PRIORITY,
                who.personId(),
                MandatePattern.parse(askedAs).agency()));
        SupportRequest request =
                requests.saveAndFlush(new SupportRequest(id, wish, who.personId(), askedAs, clock.instant()));
        cases.reworded(id);
        Message asked = Message.of("support.history.asked", MessageArgument.of("topic", wish.topic()));
        history.add(id, CaseEntry.Kind.STEP, who.personId(), askedAs, asked, wish.question());
        for (String agency : framework.parties()) {
            history.tell(id, groups.taskTeam(agency, wish.framework()), asked, who.personId());
        }
        process.asked(request.view());
        return id;
    }

    private void refuseTwice(CheckedRequest wish, SignedIn who) {
        jdbc.sql("""
                        select case_id from tandem.support_request
                        where asked_by = ? and framework = ? and country = ? and area = ? and topic = ? and question = ?
                          and state in ('OPEN', 'ASSIGNED') order by asked_at limit 1""")
                .params(who.personId(), wish.framework(), wish.country(), wish.area(), wish.topic(), wish.question())
                .query(String.class)
                .optional()
                .ifPresent(open -> {
                    throw SupportRefused.askedAlready(open);
                });
    }
}
