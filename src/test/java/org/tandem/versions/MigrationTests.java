package org.tandem.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.Caller;
import org.tandem.cases.CaseId;
import org.tandem.models.difference.Change;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.ReconcileTasks;

/** Cases on their way from one version of vetting to the next, looked at in every corner. */
@MigrationTest
class MigrationTests {

    private static final Map<String, String> TO_THE_QUESTION = Map.of("repairRoster", NextVetting.RENAMED);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Versions versions;

    @Autowired
    StartMigration startMigration;

    @Autowired
    SteerMigration steerMigration;

    @Autowired
    TryMigration tryMigration;

    @Autowired
    CompareVersions compareVersions;

    @Autowired
    MigrationBatch batch;

    @Autowired
    ReadMigration readMigration;

    @Autowired
    ReconcileTasks reconcileTasks;

    @Autowired
    TransactionTemplate transaction;

    private final List<CaseId> opened = new ArrayList<>();
    private Crowd crowd;
    private SignedIn administrator;
    private int old;

    @BeforeEach
    void anOlderVersionRuns() {
        crowd = new Crowd(context);
        administrator = crowd.holder("administrator:-:WORLD");
        OldAndNew.deployOld(context);
        old = versions.newest("vetting").number();
    }

    @AfterEach
    void everyCaseEnds() {
        while (batch.work()) {
            Thread.onSpinWait();
        }
        opened.forEach(crowd::finish);
        assertThat(difference()).isZero();
    }

    private CaseId voting() {
        CaseId id = crowd.inVettingSomewhere();
        opened.add(id);
        return id;
    }

    private CaseId asked() {
        CaseId id = voting();
        crowd.does(id, "vetCountry", "ILO", Map.of("decision", "RETURN", "question", "Which ministry?"));
        return id;
    }

    private CaseId withoutDirector() {
        String lost =
                "update tandem.mandate set ended_at = %s where role = 'regional-director' and agency = 'ILO' and %s";
        jdbc.sql(lost.formatted("now()", "ended_at is null")).update();
        try {
            return voting();
        } finally {
            jdbc.sql(lost.formatted("null", "ended_at is not null")).update();
        }
    }

    private Migration start(Map<String, String> steps) {
        return startMigration.start("vetting", old, steps, administrator).migration();
    }

    private MigratingCases.Figures figures(Migration migration) {
        return readMigration.read(migration.id(), 0, administrator).figures();
    }

    private int difference() {
        return transaction.execute(status -> reconcileTasks.difference()).size();
    }

    private void workItOff() {
        while (batch.work()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void takesTasksTheirOffersAndTheirTimeAlong() {
        CaseId asked = asked();
        CaseId lost = withoutDirector();
        OpenTask before = crowd.open(asked, "answerQuestion");
        OpenTask orphan = crowd.open(lost, "repairRoster");
        OldAndNew.deployNew(context);

        start(TO_THE_QUESTION);
        workItOff();

        OpenTask after = crowd.open(asked, NextVetting.RENAMED);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.offers()).isEqualTo(before.offers());
        assertThat(after.dueAt()).isEqualTo(before.createdAt().plusSeconds(14 * 86_400));
        assertThat(after.deploymentId()).isEqualTo(versions.newest("vetting").deployment());
        OpenTask moved = crowd.open(lost, NextVetting.RENAMED);
        assertThat(moved.id()).isEqualTo(orphan.id());
        assertThat(moved.offers()).doesNotContainAnyElementsOf(orphan.offers()).contains("focal-point:UNDP:FFA-A3");
        assertThat(crowd.history(asked.value())).endsWith("models.history.moved");
        assertThat(difference()).isZero();
    }

    @Test
    void pausesInTheMiddleAndGoesOn() {
        IntStream.range(0, 5).forEach(number -> voting());
        OldAndNew.deployNew(context);
        Migration migration = start(Map.of());

        assertThat(batch.work()).isTrue();
        steerMigration.pause(migration.id(), administrator);
        assertThat(batch.work()).isFalse();
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(3, 2, 0, 0));
        assertThat(versions.running(versions.of("vetting", old))).isEqualTo(3);
        assertThat(difference()).isZero();

        steerMigration.resume(migration.id(), administrator);
        workItOff();
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(0, 5, 0, 0));
        assertThat(readMigration
                        .read(migration.id(), 0, administrator)
                        .migration()
                        .state())
                .isEqualTo(Migration.State.DONE);
    }

    @Test
    void goesOnAfterANodeDiedInTheMiddleOfABatch() {
        IntStream.range(0, 3).forEach(number -> voting());
        OldAndNew.deployNew(context);
        Migration migration = start(Map.of());

        transaction.executeWithoutResult(dying -> {
            batch.work();
            dying.setRollbackOnly();
        });
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(3, 0, 0, 0));
        assertThat(difference()).isZero();

        workItOff();
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(0, 3, 0, 0));
    }

    @Test
    void stopsWhereItIs() {
        IntStream.range(0, 3).forEach(number -> voting());
        OldAndNew.deployNew(context);
        Migration migration = start(Map.of());
        batch.work();
        steerMigration.stop(migration.id(), administrator);

        assertThat(batch.work()).isFalse();
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(1, 2, 0, 0));
        assertThatThrownBy(() -> steerMigration.resume(migration.id(), administrator))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
        start(Map.of());
        workItOff();
        assertThat(versions.running(versions.of("vetting", old))).isZero();
    }

    @Test
    void leavesACaseThatCannotBeMovedWholeInItsVersion() {
        CaseId moving = voting();
        CaseId staying = withoutDirector();
        Map<String, String> before = tables(staying);
        OldAndNew.deployNew(context);

        Migration migration = start(Map.of("repairRoster", StepMove.STAY));
        workItOff();

        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(0, 1, 1, 0));
        assertThat(readMigration.read(migration.id(), 5, administrator).left())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.caseId()).isEqualTo(staying.value());
                    assertThat(left.reason().key()).isEqualTo("models.reason.noPlace");
                    assertThat(left.reason().args().get(0)).isEqualTo("Name a director");
                });
        assertThat(tables(staying)).isEqualTo(before);
        assertThat(crowd.history(moving.value())).contains("models.history.moved");
        assertThat(crowd.history(staying.value())).doesNotContain("models.history.moved");
    }

    @Test
    void passesOverACaseSomebodyIsBusyWith() {
        CaseId busy = voting();
        voting();
        OldAndNew.deployNew(context);
        Migration migration = start(Map.of());

        transaction.executeWithoutResult(working -> {
            jdbc.sql("select id from tandem.case_file where id = ? for update")
                    .param(busy.value())
                    .query(String.class)
                    .single();
            Crowd.together(List.of(1, 2), number -> batch.work());
            assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(1, 1, 0, 0));
        });
        workItOff();
        assertThat(figures(migration)).isEqualTo(new MigratingCases.Figures(0, 2, 0, 0));
    }

    @Test
    void asksWhereTheTokensOfAStepGoThatIsGone() {
        withoutDirector();
        OldAndNew.deployNew(context);

        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("step-repairRoster"));
        assertThatThrownBy(() -> start(Map.of("repairRoster", "vetCountry")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words().key()).isEqualTo("models.refused.notAllowed"));
        Comparison comparison = compareVersions.compare("vetting", old, Map.of(), "", administrator);
        assertThat(comparison.suggestions()).containsEntry("repairRoster", NextVetting.RENAMED);
    }

    @Test
    void saysWhatIsDifferentAndWhoNotices() {
        asked();
        OldAndNew.deployNew(context);

        Comparison comparison = compareVersions.compare("vetting", old, Map.of(), "", administrator);

        assertThat(comparison.changes())
                .extracting(line -> line.change().kind() + " " + line.element())
                .contains(
                        "REMOVED repairRoster",
                        "REMOVED rosterRepaired",
                        "ADDED confirmVetting",
                        "ID_CHANGED replyToQuestion",
                        "FORM_CHANGED replyToQuestion");
        assertThat(comparison.verdict().isGood()).isTrue();
        assertThat(comparison.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.step()).isEqualTo("answerQuestion");
            assertThat(notice.kinds()).containsExactly(Change.Kind.ID_CHANGED, Change.Kind.FORM_CHANGED);
            assertThat(notice.groups()).extracting(Notice.Group::role).contains("focal-point", "country-office");
        });
    }

    @Test
    void saysWhichCasesAreAffectedAndWhereEachTokenGoes() {
        CaseId voting = voting();
        CaseId asked = asked();
        CaseId lost = withoutDirector();
        OldAndNew.deployNew(context);

        Comparison comparison =
                compareVersions.compare("vetting", old, Map.of("repairRoster", StepMove.STAY), "", administrator);

        assertThat(comparison.affected().cases())
                .extracting(AffectedCases.Affected::caseId)
                .containsExactly(voting.value(), asked.value(), lost.value());
        assertThat(comparison.affected().cases())
                .flatExtracting(AffectedCases.Affected::tokens)
                .extracting(token -> token.before() + " " + token.count() + " " + token.fate() + " " + token.after())
                .containsExactly(
                        "vetCountry 2 SAME vetCountry",
                        "answerQuestion 1 RENAMED " + NextVetting.RENAMED,
                        "repairRoster 1 VANISHED null");
        assertThat(comparison.affected().cases())
                .extracting(AffectedCases.Affected::stays)
                .containsExactly(false, false, true);
        assertThat(comparison.affected().next()).isNull();
    }

    @Test
    void affectedCasesComeAPageAtATimeAndEachOnce() {
        List<String> all = Stream.generate(this::voting)
                .limit(AffectedCases.PAGE + 2L)
                .map(CaseId::value)
                .toList();
        OldAndNew.deployNew(context);

        AffectedCases.Page first = compareVersions
                .compare("vetting", old, Map.of(), "", administrator)
                .affected();
        AffectedCases.Page second = compareVersions
                .compare("vetting", old, Map.of(), first.next(), administrator)
                .affected();

        assertThat(first.cases()).hasSize(AffectedCases.PAGE);
        assertThat(Stream.concat(first.cases().stream(), second.cases().stream()))
                .extracting(AffectedCases.Affected::caseId)
                .containsExactlyElementsOf(all);
        assertThat(second.next()).isNull();
    }

    @Test
    void aTrialChangesNothing() {
        voting();
        asked();
        withoutDirector();
        OldAndNew.deployNew(context);
        Map<String, String> before = tables(null);

        TryMigration.Trial trial = tryMigration.attempt("vetting", old, TO_THE_QUESTION, administrator);

        assertThat(trial.isGood()).isTrue();
        assertThat(trial.tried()).isEqualTo(3);
        assertThat(tables(null)).isEqualTo(before);
        assertThat(difference()).isZero();
    }

    @Test
    void aTrialSaysWhichCasesWouldStay() {
        voting();
        CaseId staying = withoutDirector();
        OldAndNew.deployNew(context);

        TryMigration.Trial trial =
                tryMigration.attempt("vetting", old, Map.of("repairRoster", StepMove.STAY), administrator);

        assertThat(trial.moved()).isOne();
        assertThat(trial.left()).extracting(MigratingCases.Left::caseId).containsExactly(staying.value());
    }

    @Test
    void startsOnceWhenTwoAskAtTheSameTime() {
        voting();
        OldAndNew.deployNew(context);
        Set<StartMigration.Started> started = ConcurrentHashMap.newKeySet();

        Crowd.together(
                List.of("administrator:-:WORLD", "administrator:UN:WORLD"),
                group -> started.add(startMigration.start("vetting", old, Map.of(), crowd.holder(group))));

        assertThat(started)
                .extracting(one -> one.migration().id())
                .containsOnly(started.iterator().next().migration().id());
        assertThat(started).extracting(StartMigration.Started::isNew).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void isForAdministratorsOnly() {
        SignedIn coordinator = crowd.holder("coordinator:UNDP:FFA");

        assertThatThrownBy(() -> startMigration.start("vetting", old, Map.of(), coordinator))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
        assertThat(Caller.of(http, "coord.undp")
                        .get("/api/models")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    /** What engine and inbox know, of one case or of all; the case itself says when it was last looked at. */
    private Map<String, String> tables(@Nullable CaseId only) {
        Map<String, String> tables = new LinkedHashMap<>();
        List<String> all = jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_schema = 'engine' and (table_name like 'act_ru%' or table_name like 'act_hi%')
                            or table_schema = 'tandem' and table_name ~ '^(task|case_|vetting)'""").query(String.class).list();
        for (String table : all) {
            tables.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t"
                                    + (only == null ? "" : " where t::text like '%" + only.value() + "%'"))
                            .query(String.class)
                            .single());
        }
        return tables;
    }
}
