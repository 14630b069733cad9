package org.tandem.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSubject;
import org.tandem.platform.Refused;
import org.tandem.platform.reference.ReferenceFiles;

/** What are the rules of a support request? (S-016, S-040, R-042) */
class SupportTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ASKER = UUID.randomUUID();
    private static final UUID EXPERT = UUID.randomUUID();

    @Test
    void goesFromAskedToAssignedToDone() {
        SupportRequest request = asked();
        assertThat(request.state()).isEqualTo(SupportState.OPEN);

        request.assign("ILO", "You have done this");
        assertThat(request.state()).isEqualTo(SupportState.ASSIGNED);
        assertThat(request.agency()).isEqualTo("ILO");

        request.answer("Begin with the tax office", EXPERT, "focal-point:ILO:FFA-A3", NOON);
        assertThat(request.state()).isEqualTo(SupportState.DONE);
        assertThat(request.rating()).isNull();
    }

    @Test
    void isDeclinedOnlyWhileNobodyWasAsked() {
        SupportRequest request = asked();
        request.decline("Not for us");
        assertThat(request.state()).isEqualTo(SupportState.DECLINED);
        assertMovedOn(() -> request.assign("ILO", null));
        assertMovedOn(() -> request.decline("Twice"));

        SupportRequest assigned = asked();
        assigned.assign("ILO", null);
        assertMovedOn(() -> assigned.decline("Too late"));
    }

    @Test
    void forgetsWhomItWasAssignedToWhenReferredBack() {
        SupportRequest request = asked();
        assertMovedOn(request::referBack);
        request.assign("ILO", "Please");
        request.referBack();

        assertThat(request.state()).isEqualTo(SupportState.OPEN);
        assertThat(request.agency()).isNull();
        assertThat(request.note()).isNull();
    }

    @Test
    void isAnsweredOnce() {
        SupportRequest request = answered();

        assertMovedOn(() -> request.answer("Again", EXPERT, "focal-point:ILO:FFA-A3", NOON));
        assertThat(request.answer()).isEqualTo("Begin with the tax office");
    }

    @ParameterizedTest
    @EnumSource(Rating.class)
    void isRatedOnceAndStaysDone(Rating rating) {
        SupportRequest request = answered();
        request.rate(rating, null, NOON);

        assertThat(request.state()).isEqualTo(SupportState.DONE);
        assertThat(request.rating()).isEqualTo(rating);
        assertMovedOn(() -> request.rate(Rating.USEFUL, null, NOON));
        assertMovedOn(() -> request.askAgain("More"));
    }

    @Test
    void isNotRatedBeforeThereIsAnAnswer() {
        SupportRequest request = asked();

        assertMovedOn(() -> request.rate(Rating.USEFUL, null, NOON));
        assertMovedOn(() -> request.askAgain("More"));
    }

    @Test
    void isAskedAgainOnceAndKeepsTheAnswerUntilThereIsABetterOne() {
        SupportRequest request = answered();
        request.askAgain("Which tax?");
        assertThat(request.state()).isEqualTo(SupportState.OPEN);
        assertThat(request.isReopened()).isTrue();
        assertThat(request.answer()).isEqualTo("Begin with the tax office");
        assertThat(request.mayBeAskedAgain()).isFalse();

        request.assign("UNDP", null);
        request.answer("The payroll tax", EXPERT, "focal-point:UNDP:FFA-A3", NOON);
        assertThat(request.isReopened()).isFalse();
        assertThatThrownBy(() -> request.askAgain("Still")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.words().key())
                .isEqualTo("support.refused.askedAgainBefore"));
        assertThat(request.state()).isEqualTo(SupportState.DONE);
    }

    @Test
    void knowsTheTopicsInBothLanguages() {
        Topics topics = new Topics(new ReferenceFiles(List.of()));

        assertThat(topics.all(Topics.Topic::code))
                .contains("POLICY-DESIGN", "FINANCING", "INFORMATION-SYSTEMS", "JOINT-PROGRAMME")
                .endsWith("OTHER");
        assertThat(topics.name("FINANCING", Locale.FRENCH)).isEqualTo("Financement");
        assertThat(topics.name("LEFT-THE-DATA", Locale.ENGLISH)).isEqualTo("LEFT-THE-DATA");
    }

    private static SupportRequest asked() {
        return new SupportRequest(
                new CaseId("FFA-VNM-A3-S1"),
                CaseSubject.of("FFA", "VNM", "A3"),
                "FINANCING",
                "How?",
                null,
                ASKER,
                "country-office:ILO:VNM",
                NOON);
    }

    private static SupportRequest answered() {
        SupportRequest request = asked();
        request.assign("ILO", null);
        request.answer("Begin with the tax office", EXPERT, "focal-point:ILO:FFA-A3", NOON);
        return request;
    }

    private static void assertMovedOn(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.words().key())
                .isEqualTo("support.refused.movedOn"));
    }
}
