package org.tandem.divergence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/**
 * What the sides do at a level, whichever it is: try, put a text forward, accept, counter or refuse one, take it
 * up; at the joint mechanism brief and advise too. Each goes on the record of the divergence, read by those concerned only.
 */
@UseCase
@RequiredArgsConstructor
class MakeMove implements TaskWork {

    /** What an answer of a form is on the record. */
    private static final Map<String, DivergenceEntry.Kind> KINDS = Map.of(
            "PROPOSE", DivergenceEntry.Kind.PROPOSAL,
            "RECORD", DivergenceEntry.Kind.ATTEMPT,
            "RISE", DivergenceEntry.Kind.RISE,
            "ACCEPT", DivergenceEntry.Kind.ACCEPTANCE,
            "COUNTER", DivergenceEntry.Kind.COUNTER_PROPOSAL,
            "REFUSE", DivergenceEntry.Kind.REFUSAL);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String MOVES = "divergence.next.";
    private static final Set<String> ANSWERS = Set.of(DivergenceProcess.ANSWER_TEXT, DivergenceProcess.AGREE_OUTCOME);

    private final Divergences divergences;
    private final DisputedCases matters;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Translator translator;

    @Override
    public Set<String> taskKeys() {
        return Set.of(
                DivergenceProcess.ATTEMPT_SETTLEMENT,
                DivergenceProcess.ANSWER_TEXT,
                DivergenceProcess.BRIEF_MECHANISM,
                DivergenceProcess.ADVISE_MECHANISM,
                DivergenceProcess.PROPOSE_OUTCOME,
                DivergenceProcess.AGREE_OUTCOME);
    }

    /** How the matter may be decided, nothing to choose where it need not be; and to whom it can be escalated. */
    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        String next = "RISE." + divergences.of(task.caseOf()).level();
        return Map.of(
                "sharers",
                sharers(task),
                "resolutions",
                resolutions(task).stream()
                        .map(code -> new Option(code, translator.say("divergence.resolution." + code)))
                        .toList(),
                "moves",
                Stream.of("PROPOSE", "RECORD", "RISE")
                        .map(code -> new Option(code, translator.say(MOVES + (code.equals("RISE") ? next : code))))
                        .toList());
    }

    @Override
    public Map<String, Object> facts(OpenTask task, SignedIn who) {
        return Map.of(
                "decides", !resolutions(task).isEmpty(),
                "divides", !sharers(task).isEmpty());
    }

    private List<Option> sharers(OpenTask task) {
        Divergence divergence = divergences.of(task.caseOf());
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        return matters.of(matter, divergence.subject()).sharers(matter, divergence.subject());
    }

    private List<String> resolutions(OpenTask task) {
        Divergence divergence = divergences.of(task.caseOf());
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        return matters.of(matter, divergence.subject()).resolutions(divergence.subject());
    }

    /** Four eyes go by person: whoever wrote the text does not answer it, whatever mandates they hold. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return ANSWERS.contains(task.key()) && divergences.of(task.caseOf()).hasSpoken(who.personId())
                ? Optional.of(DivergenceRefused.ownText())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        DivergenceEntry.Kind kind = kind(task.task().key(), values);
        Side side = new Side(task.agency(), task.person());
        String framework = task.task().framework();
        Divergence divergence = divergences.of(task.caseId());
        switch (kind) {
            case ACCEPTANCE -> divergence.accept(side, task.now());
            case RISE -> divergence.rise(side, said(values), cases.parties(framework), task.now());
            default -> divergence.record(kind, side, kind.isText() ? proposed(values) : words(values), task.now());
        }
        if (kind == DivergenceEntry.Kind.BRIEF
                && values.text("advice").orElseThrow().equals("WANTED")
                && nobodyAdvises(framework)) {
            throw DivergenceRefused.nobodyToAdvise();
        }
        divergences.saveAndFlush(divergence);
        if (kind.isText()) {
            task.set("proposedBy", side.agency());
        }
        task.complete(values);
    }

    private static DivergenceEntry.Kind kind(String task, FormValues values) {
        return switch (task) {
            case DivergenceProcess.BRIEF_MECHANISM -> DivergenceEntry.Kind.BRIEF;
            case DivergenceProcess.ADVISE_MECHANISM -> DivergenceEntry.Kind.ADVICE;
            case DivergenceProcess.PROPOSE_OUTCOME -> DivergenceEntry.Kind.PROPOSAL;
            default ->
                KINDS.get(values.text("move").or(() -> values.text("answer")).orElseThrow());
        };
    }

    /** Below the joint mechanism a text both sides accept is an agreement; there the form asks what it is. */
    private static ProposedOutcome proposed(FormValues values) {
        return new ProposedOutcome(
                values.text("text").orElse(null),
                values.choice("outcome", Outcome.class).orElse(Outcome.AGREEMENT),
                values.text("resolution").orElse(null),
                values.text("followUp").orElse(null),
                shares(values));
    }

    /** @throws org.tandem.platform.Refused unless they add to a hundred and nobody is named twice */
    private static Map<String, BigDecimal> shares(FormValues values) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (FormValues row : values.rows("shares")) {
            BigDecimal share = row.number("share").orElseThrow();
            if (shares.put(row.text("sharer").orElseThrow(), share) != null) {
                throw DivergenceRefused.sharedTwice();
            }
        }
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!shares.isEmpty() && sum.compareTo(HUNDRED) != 0) {
            throw DivergenceRefused.sharesNotWhole();
        }
        return shares;
    }

    private static ProposedOutcome words(FormValues values) {
        return ProposedOutcome.words(said(values));
    }

    private static String said(FormValues values) {
        return Stream.of("attempt", "reason", "brief", "advice")
                .flatMap(field -> values.text(field).stream())
                .findFirst()
                .orElseThrow();
    }

    private boolean nobodyAdvises(String framework) {
        return Stream.of(groups.taskTeams(framework).split(","))
                .map(MandatePattern::parse)
                .noneMatch(roster::anyoneHolds);
    }
}
