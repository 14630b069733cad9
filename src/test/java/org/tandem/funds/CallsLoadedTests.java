package org.tandem.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;

/** What becomes of calls when their file is loaded again? */
@TandemTest
class CallsLoadedTests {

    private static final String ID = "LOADED-1";

    @Autowired
    Calls calls;

    @Autowired
    FundTables tables;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from tandem.call_event where call = ?").param(ID).update();
        jdbc.sql("delete from tandem.call where id = ?").param(ID).update();
        load(null, null);
    }

    @Test
    void everyCallOfTheFileIsARowAndWhatItDoesNotKnowIsNotKnown() {
        Call second = calls.find("COV-2").orElseThrow();

        assertThat(second.term(Call.OPENS)).startsWith("2020 (second half");
        assertThat(second.opensAt()).isEmpty();
        assertThat(second.ceiling()).isEmpty();
        assertThat(calls.find("MIG-1").orElseThrow().countries())
                .as("the file names those that won, not those it was open to")
                .isEmpty();
        assertThat(calls.find("RSF-2019").orElseThrow().closesAt()).isPresent();
    }

    @Test
    void anEditedFieldOutlivesEveryLoadAndTheDifferenceIsSaid() {
        load("First", 500_000L);
        Call loaded = calls.find(ID).orElseThrow();
        transactions.executeWithoutResult(running -> calls.change(
                calls.hold(ID).orElseThrow(),
                loaded.changed(Map.of("name", "First", "ceiling", "900000"), null),
                "CORRECTED",
                UUID.randomUUID(),
                null));

        load("Renamed", 600_000L);

        Call now = calls.find(ID).orElseThrow();
        assertThat(now.name()).isEqualTo("Renamed");
        assertThat(now.term(Call.CEILING)).isEqualTo("900000");
        assertThat(now.differences()).isEqualTo(Map.of(Call.CEILING, "600000"));
        assertThat(calls.events(ID)).extracting(CallEvent::kind).containsExactly("LOADED", "CORRECTED");
        assertThat(calls.events(ID).get(0).changes())
                .containsExactly(new CallEvent.Change(Call.NAME, "First", "Renamed"));

        load(null, null);
        assertThat(calls.all()).extracting(Call::id).contains(ID);
    }

    @Test
    void whatNobodyEditedGoesWithTheFileAndComesBackWithIt() {
        load("First", null);
        load(null, null);
        assertThat(calls.all()).extracting(Call::id).doesNotContain(ID);
        assertThat(calls.find(ID)).isPresent();
        load("First", null);
        assertThat(calls.all()).extracting(Call::id).contains(ID);
        assertThat(calls.events(ID)).isEmpty();
    }

    @Test
    void whatSomebodyEnteredOrDecidedOutlivesAFileThatDoesNotNameIt() {
        Call entered = new Call(ID, "COV00", Map.of(), Map.of(), Set.of(Call.FUND), false, null, 1);
        transactions.executeWithoutResult(running -> calls.enter(entered, UUID.randomUUID(), null));
        load(null, null);
        assertThat(calls.all()).contains(entered);
        asItWas();

        load("First", null);
        transactions.executeWithoutResult(running -> {
            Call loaded = calls.hold(ID).orElseThrow();
            calls.change(
                    loaded,
                    loaded.changed(loaded.terms(), CallState.CANCELLED),
                    "CANCELLED",
                    UUID.randomUUID(),
                    "No money");
        });
        load(null, null);
        assertThat(calls.all()).extracting(Call::id).contains(ID);
    }

    private void load(@Nullable String name, @Nullable Long ceiling) {
        FundData file = FundsMother.data();
        List<Fund> funds = new ArrayList<>(file.funds());
        if (name != null) {
            Fund fund = funds.get(0);
            List<Fund.Call> more = new ArrayList<>(fund.calls());
            more.add(new Fund.Call(ID, name, null, null, ceiling, Verification.VERIFIED, Map.of()));
            funds.set(
                    0,
                    new Fund(
                            fund.code(),
                            fund.aliases(),
                            fund.name(),
                            fund.shortName(),
                            fund.parent(),
                            fund.status(),
                            fund.administrativeAgent(),
                            fund.fees(),
                            fund.windows(),
                            more,
                            fund.details(),
                            fund.sources(),
                            false));
        }
        transactions.executeWithoutResult(
                running -> tables.write(new FundData(file.asOf(), funds, file.commonRules(), file.markers())));
    }
}
