package org.tandem.divergence;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.Option;

/** The minute of a divergence, with as much as this reader may see. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadDivergence {

    private final Divergences divergences;
    private final DivergenceReaders readers;
    private final CaseReaders caseReaders;
    private final SimilarDivergences similar;
    private final Cases cases;
    private final DisputedCases matters;
    private final Roster roster;
    private final Clock clock;

    DivergenceView read(CaseId id, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        if (!view.kind().equals(DivergenceProcess.KEY)) {
            throw DivergenceRefused.unknown();
        }
        return of(view, reader);
    }

    DivergenceView of(CaseView view, SignedIn reader) {
        Divergence divergence = divergences.of(view.caseId());
        boolean concerned = readers.isConcerned(view, reader);
        List<String> parties = cases.parties(view.framework());
        Map<UUID, String> names = names(divergence);
        return new DivergenceView(
                view.id(),
                divergence.matter().value(),
                view.framework(),
                view.area(),
                view.areaKey(),
                view.country(),
                divergence.subject().name(),
                divergence.place(),
                placeName(divergence),
                divergence.summary(),
                divergence.blocking(),
                divergence.level().name(),
                view.state(),
                view.openedFor(),
                view.openedAt(),
                divergence.outcome() == null ? null : divergence.outcome().name(),
                divergence.resolution(),
                divergence.settledText(),
                divergence.followUp(),
                divergence.state().isOpen() ? List.of() : shares(divergence, divergence.shares(), concerned),
                divergence.settledAt(),
                agreedBy(divergence, parties),
                concerned,
                divergence.stays().stream()
                        .map(stay -> atLevel(divergence, stay, parties, concerned, reader, names))
                        .toList(),
                divergence.state().isOpen()
                        ? divergence
                                .onTheTable()
                                .map(move -> said(divergence, move, concerned, names))
                                .orElse(null)
                        : null,
                similar.to(view, divergence, reader));
    }

    private @Nullable String placeName(Divergence divergence) {
        String place = divergence.place();
        if (place == null) {
            return null;
        }
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        return matters.of(matter, divergence.subject()).places(matter, divergence.subject()).stream()
                .filter(known -> known.value().equals(place))
                .findFirst()
                .map(Option::label)
                .orElse(place);
    }

    /** Of all who said something, by one statement. */
    private Map<UUID, String> names(Divergence divergence) {
        return roster.namesOf(Stream.concat(
                        Stream.of(Level.values())
                                .flatMap(level -> divergence.positionsAt(level).stream())
                                .map(Position::person),
                        divergence.moves().stream().map(DivergenceEntry::person))
                .toList());
    }

    private static List<String> agreedBy(Divergence divergence, List<String> parties) {
        return divergence.outcome() == null || divergence.outcome() == Outcome.MATTER_ENDED ? List.of() : parties;
    }

    private DivergenceView.AtLevel atLevel(
            Divergence divergence,
            LevelStay stay,
            List<String> parties,
            boolean concerned,
            SignedIn reader,
            Map<UUID, String> names) {
        boolean compared = divergence.allStated(stay.level(), parties);
        List<Position> positions = divergence.positionsAt(stay.level()).stream()
                .sorted(Comparator.comparingInt(position -> parties.indexOf(position.agency())))
                .toList();
        return new DivergenceView.AtLevel(
                stay.level().name(),
                stay.enteredAt(),
                stay.leftAt(),
                stay.days(clock.instant()),
                positions.stream().map(Position::agency).toList(),
                compared,
                positions.stream()
                        .filter(position ->
                                compared && concerned || position.person().equals(reader.personId()))
                        .map(position -> said(position, names))
                        .toList(),
                divergence.moves().stream()
                        .filter(move -> move.level() == stay.level())
                        .map(move -> said(divergence, move, concerned, names))
                        .toList());
    }

    private DivergenceView.Said said(Position position, Map<UUID, String> names) {
        return new DivergenceView.Said(
                "POSITION",
                position.agency(),
                names.get(position.person()),
                position.text(),
                null,
                null,
                null,
                List.of(),
                position.at());
    }

    private DivergenceView.Said said(
            Divergence divergence, DivergenceEntry move, boolean concerned, Map<UUID, String> names) {
        return new DivergenceView.Said(
                move.kind().name(),
                move.agency(),
                names.get(move.person()),
                shown(move.text(), concerned),
                shown(move.outcome() == null ? null : move.outcome().name(), concerned),
                shown(move.resolution(), concerned),
                shown(move.followUp(), concerned),
                shares(divergence, move.shares(), concerned),
                move.at());
    }

    private List<DivergenceView.Share> shares(
            Divergence divergence, Map<String, BigDecimal> shares, boolean concerned) {
        if (!concerned || shares.isEmpty()) {
            return List.of();
        }
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        List<String> parties = cases.parties(matter.framework());
        Map<String, String> known =
                matters.of(matter, divergence.subject()).sharers(matter, divergence.subject()).stream()
                        .filter(option -> !parties.contains(option.value()))
                        .collect(Collectors.toMap(Option::value, Option::label));
        return shares.entrySet().stream()
                .map(share -> new DivergenceView.Share(
                        share.getKey(), known.getOrDefault(share.getKey(), share.getKey()), share.getValue()))
                .toList();
    }

    private static @Nullable String shown(@Nullable String text, boolean concerned) {
        return concerned ? text : null;
    }

    /** What came up on a case, as far as the reader may read it, oldest first. */
    List<DivergenceView> on(CaseView matter, SignedIn reader) {
        return divergences.findByMatterIdOrderByCaseId(matter.id()).stream()
                .map(divergence -> cases.find(divergence.id()).orElseThrow())
                .filter(view -> caseReaders.mayRead(reader, view))
                .map(view -> of(view, reader))
                .toList();
    }
}
