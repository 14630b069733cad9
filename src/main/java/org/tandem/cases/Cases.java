package org.tandem.cases;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.countries.Countries;
import org.tandem.countries.Region;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;
import org.tandem.platform.database.LockWaiters;

/** All cases: opened, moved and flagged by the stages, read by those who may (D20). Writing needs the stage's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Cases {

    private final CaseFiles files;
    private final Frameworks frameworks;
    private final Countries countries;
    private final JdbcClient jdbc;
    private final CaseDocuments documents;
    private final CaseReaders readers;
    private final CaseTypes types;
    private final LockWaiters waiters;
    private final EntityManager entities;
    private final Clock clock;
    private final TransactionBuffer<CaseId> changed = new TransactionBuffer<>(this::write);

    public void open(CaseOpening opening) {
        CaseSubject subject = opening.subject();
        if (opening.parent() != null) {
            requireParent(opening.kind(), new CaseId(opening.parent()));
        }
        Optional<Framework> framework = frameworks.byShortCode(subject.framework());
        files.saveAndFlush(
                new CaseFile(opening, framework.map(Framework::version).orElse(null), clock.instant()));
        changed.add(opening.id());
        framework.stream()
                .flatMap(known -> known.parties().stream())
                .forEach(agency -> keepRegions(opening.id(), agency, subject.countries()));
    }

    private void keepRegions(CaseId id, String agency, List<String> of) {
        of.stream()
                .flatMap(country -> countries.regionOf(agency, country).stream())
                .map(Region::code)
                .distinct()
                .forEach(region -> jdbc.sql("insert into tandem.case_region (case_id, agency, region) values (?, ?, ?)")
                        .params(id.value(), agency, region)
                        .update());
    }

    /** The case turns out to belong to another one, once and for all; both are taken for this transaction. */
    public void setParent(CaseId id, CaseId parent) {
        List<CaseFile> line = hold(parent);
        lock(id);
        if (line.stream().anyMatch(above -> above.view().id().equals(id.value()))) {
            throw new IllegalArgumentException(parent + " belongs to " + id);
        }
        requireParent(find(id).orElseThrow().kind(), parent);
        change(id, file -> file.belongTo(parent, clock.instant()));
    }

    private void requireParent(String kind, CaseId parent) {
        String above = find(parent).orElseThrow().kind();
        if (types.find(kind).filter(type -> !type.parents().contains(above)).isPresent()) {
            throw new IllegalArgumentException("a case of " + kind + " does not come up on one of " + above);
        }
    }

    public void move(CaseId id, String state, @Nullable String reason) {
        change(id, file -> file.move(state, reason, clock.instant()));
    }

    /** It is called otherwise from now on, or meant for another fund. */
    public void becomeAbout(CaseId id, @Nullable String title, @Nullable String fund) {
        change(id, file -> file.becomeAbout(title, fund, clock.instant()));
    }

    /** What the stage has written about the case has changed: it is found by its new words. */
    public void reworded(CaseId id) {
        change(id, file -> file.touch(clock.instant()));
    }

    public void flagNoDirector(CaseId id, boolean flag) {
        change(id, file -> {
            if (file.view().noDirector() != flag) {
                file.flagNoDirector(flag, clock.instant());
            }
        });
    }

    /** The case waits for a divergence to be settled; more than one divergence does not make it wait longer. */
    public void holdUp(CaseId id) {
        change(id, file -> {
            if (file.view().waitingSince() == null) {
                file.waitFrom(clock.instant(), clock.instant());
            }
        });
    }

    public void resume(CaseId id) {
        change(id, file -> file.waitFrom(null, clock.instant()));
    }

    public void suspend(CaseId id, String agency, String reason) {
        change(id, file -> file.suspend(agency, reason, clock.instant()));
    }

    /**
     * A pause has come or gone while others stand: the case has been paused since the first.
     *
     * @param agencies of all pauses that stand, as in "UNDP, ILO"
     */
    public void suspendFor(CaseId id, String agencies, String reasons) {
        change(id, file -> file.suspendFor(agencies, reasons, clock.instant()));
    }

    public void liftSuspension(CaseId id) {
        change(id, file -> file.liftSuspension(clock.instant()));
    }

    public void askWithdrawal(CaseId id, @Nullable String agency) {
        change(id, file -> file.askWithdrawal(agency, clock.instant()));
    }

    /**
     * Takes the case for this transaction, so that two people acting on one case act one after the other; before it the cases
     * it belongs to, always from the top down, because what is settled below changes what lies above. Whoever only writes
     * something down (a draft, a comment, a file) does not need it. Ask it before anything of the case or its tasks is read.
     *
     * @throws org.tandem.platform.Refused when too many wait for it already
     */
    public void lock(CaseId id) {
        hold(id);
    }

    private List<CaseFile> hold(CaseId id) {
        return waiters.take("case " + id.value(), () -> {
            List<CaseFile> line = new ArrayList<>(files.hold(id.value()));
            if (line.isEmpty()) {
                throw new CaseRefused.Unknown(id.value());
            }
            // While we waited, the topmost came to belong to another one. What is above it is taken without waiting: a
            // wait
            // from below could meet one from above.
            for (String above = above(line); above != null; above = above(line)) {
                line.addAll(0, files.holdAtOnce(above));
            }
            return line;
        });
    }

    private static @Nullable String above(List<CaseFile> line) {
        return line.get(0).view().parent();
    }

    /**
     * Number of the next case of this letter below a parent or subject: each is given once and none is left out, because whoever
     * comes later waits for the end of this transaction.
     */
    public int nextBelow(String stem, char letter) {
        return waiters.take("number " + stem + "-" + letter, () -> jdbc.sql("""
                        insert into tandem.case_number as n (stem, letter, last) values (?, ?, 1)
                        on conflict (stem, letter) do update set last = n.last + 1 returning last""")
                .params(stem, String.valueOf(letter))
                .query(Integer.class)
                .single());
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> find(CaseId id) {
        return files.findById(id.value()).map(CaseFile::view);
    }

    /** The case, for a reader who may read it; for all others it does not exist (D20). */
    @Transactional(readOnly = true)
    public CaseView readable(CaseId id, SignedIn reader) {
        return find(id, reader).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
    }

    /** As it stands when a wait is over, whatever this transaction has read of it before. */
    public CaseView readableNow(CaseId id, SignedIn reader) {
        files.flush();
        files.findById(id.value()).ifPresent(entities::refresh);
        return readable(id, reader);
    }

    /** The same, empty where there is none for this reader. */
    @Transactional(readOnly = true)
    public Optional<CaseView> find(CaseId id, SignedIn reader) {
        return find(id).filter(view -> readers.mayRead(reader, view));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> parties(String framework) {
        return frameworks.byShortCode(framework).map(Framework::parties).orElse(List.of());
    }

    private void change(CaseId id, Consumer<CaseFile> change) {
        CaseFile file = files.findById(id.value()).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
        change.accept(file);
        changed.add(id);
    }

    /** Before they are described: a description carries the version of what it describes. */
    private void write(List<CaseId> ids) {
        files.flush();
        documents.put(ids.stream()
                .distinct()
                .map(id -> find(id).orElseThrow(() -> new CaseRefused.Unknown(id.value())))
                .toList());
    }
}
