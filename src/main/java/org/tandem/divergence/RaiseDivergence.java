package org.tandem.divergence;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.Option;

/** A diverging approach is opened where it came up: by somebody who works on the case, or by a split vote. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class RaiseDivergence {

    static final int MOST = 4000;

    private final Divergences divergences;
    private final DisputedCases matters;
    private final Cases cases;
    private final BlockedCase heldUp;
    private final CandidateGroups groups;
    private final CaseHistory history;
    private final DivergenceProcess process;

    /** The directors' votes differ: the region's two directors are the ones to settle it first (R-034, O-03). */
    public CaseId ofSplitVote(CaseId matter) {
        cases.lock(matter);
        CaseView view = cases.find(matter).orElseThrow();
        // The vetting itself waits in its diagram; nothing more has to be held up.
        return open(view, Subject.SPLIT_VOTE, null, "", false, Level.REGION, view.openedBy(), view.openedFor(), null);
    }

    /** @throws org.tandem.platform.Refused naming the field and the remedy */
    CaseId raise(CaseId matter, WantedDivergence wanted, SignedIn who) {
        cases.lock(matter);
        CaseView view = mayRaise(matter, who);
        String group = groupOf(view, who);
        Level level = level(wanted.level(), mayStartAtRegion(view, who));
        Subject subject = subject(view, wanted.subject());
        String summary = PlainText.of("summary", Objects.requireNonNullElse(wanted.summary(), ""), MOST);
        String place = place(view, subject, wanted.place());
        divergences.openOn(matter).stream()
                .filter(open -> open.subject() == subject && Objects.equals(open.place(), place))
                .findFirst()
                .ifPresent(open -> {
                    throw DivergenceRefused.openAlready(open.id().value());
                });
        DisputedCase disputed = matters.of(view, subject);
        boolean blocking = disputed.alwaysWaits() || wanted.blocking() && disputed.canWait(view);
        CaseId id = open(view, subject, place, summary, blocking, level, who.personId(), agency(group), group);
        process.raised(cases.find(id).orElseThrow());
        return id;
    }

    /** Refuses a level or a subject that cannot be. */
    void check(CaseView view, WantedDivergence wanted, SignedIn who) {
        level(wanted.level(), mayStartAtRegion(view, who));
        place(view, subject(view, wanted.subject()), wanted.place());
    }

    /** The only place, or the one that was chosen. */
    private @Nullable String place(CaseView view, Subject subject, @Nullable String wanted) {
        List<String> places = matters.of(view, subject).places(view, subject).stream()
                .map(Option::value)
                .toList();
        if (places.isEmpty()) {
            return null;
        }
        if (places.size() == 1) {
            return places.get(0);
        }
        if (wanted == null || !places.contains(wanted)) {
            throw DivergenceRefused.noPlace();
        }
        return wanted;
    }

    /** What can be chosen from where a text is what the sides differ about. */
    List<Option> places(CaseView view) {
        return matters.raisable(view).contains(Subject.TEXT)
                ? matters.of(view, Subject.TEXT).places(view, Subject.TEXT)
                : List.of();
    }

    private Subject subject(CaseView view, @Nullable String wanted) {
        return Stream.of(Subject.values())
                .filter(known -> known.name().equals(wanted))
                .filter(matters.raisable(view)::contains)
                .findFirst()
                .orElseThrow(DivergenceRefused::notRaisable);
    }

    /** The case, for somebody who may raise a divergence on it as it stands. */
    CaseView mayRaise(CaseId matter, SignedIn who) {
        CaseView view = cases.readable(matter, who);
        groupOf(view, who);
        if (matters.raisable(view).isEmpty()) {
            throw DivergenceRefused.matterOver();
        }
        if (view.suspendedBy() != null) {
            throw new CaseRefused.Suspended(view);
        }
        return view;
    }

    boolean couldRaise(CaseView view, SignedIn who) {
        return raisers(view).anyMatch(group -> MandatePattern.parse(group).isHeldBy(who))
                && view.suspendedBy() == null
                && !matters.raisable(view).isEmpty();
    }

    /** Focal points of the area, the country's offices, its directors and the coordinators, of every party. */
    private Stream<String> raisers(CaseView view) {
        return cases.parties(view.framework()).stream()
                .flatMap(party -> Stream.of(
                        groups.focalPoints(party, view.areaKey()),
                        groups.countryOffice(party, view.country()),
                        groups.directorOf(party, view.country()),
                        groups.coordinators(party, view.framework())));
    }

    /** Whether the person is a Regional Director of this country, for any party. */
    boolean mayStartAtRegion(CaseView view, SignedIn who) {
        return cases.parties(view.framework()).stream()
                .anyMatch(party -> MandatePattern.parse(groups.directorOf(party, view.country()))
                        .isHeldBy(who));
    }

    private String groupOf(CaseView view, SignedIn who) {
        return raisers(view)
                .filter(group -> MandatePattern.parse(group).isHeldBy(who))
                .findFirst()
                .orElseThrow(DivergenceRefused::mayNotRaise);
    }

    private static String agency(String group) {
        return MandatePattern.parse(group).agency();
    }

    /** Country by default; the region only where a director found the difference; the top never. */
    private static Level level(@Nullable String wanted, boolean director) {
        if (wanted == null || wanted.isBlank()) {
            return Level.COUNTRY;
        }
        Level level = Stream.of(Level.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(DivergenceRefused::unknownLevel);
        if (level.isTop()) {
            throw DivergenceRefused.filedAtTheTop();
        }
        if (level == Level.REGION && !director) {
            throw DivergenceRefused.onlyDirectorsStartAtRegion();
        }
        return level;
    }

    private CaseId open(
            CaseView matter,
            Subject subject,
            @Nullable String place,
            String summary,
            boolean blocking,
            Level level,
            UUID person,
            String agency,
            @Nullable String group) {
        CaseId id = matter.caseId()
                .below(DivergenceCaseType.LETTER, cases.nextBelow(matter.id(), DivergenceCaseType.LETTER));
        cases.open(new CaseOpening(
                id,
                DivergenceProcess.KEY,
                matter.id(),
                matter.subject(),
                DivergenceState.RAISED.name(),
                matter.priority(),
                person,
                agency));
        divergences.saveAndFlush(new Divergence(id, matter.caseId(), subject, place, summary, blocking, level));
        Message words = Message.of("divergence.history.raised." + subject);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                group == null ? null : person,
                group,
                words,
                summary.isEmpty() ? null : summary);
        history.add(
                matter.caseId(),
                CaseEntry.Kind.STEP,
                group == null ? null : person,
                group,
                Message.of("divergence.history.matterRaised", id.value()),
                null);
        if (blocking) {
            heldUp.waits(matter.caseId());
        }
        return id;
    }

    List<Subject> subjects(CaseView view) {
        return matters.raisable(view);
    }

    /** Whether the vetting can be held up at all as the case stands. */
    boolean canWait(CaseView view) {
        return matters.raisable(view).stream()
                .anyMatch(subject -> matters.of(view, subject).canWait(view));
    }
}
