package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.TandemTest;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;
import org.tandem.platform.reference.BrokenReference;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;
import org.tandem.platform.reference.ReferenceLoads;

@TandemTest("tandem.reference.directories=src/test/resources/reference-invented")
class FrameworksModuleTests {

    private static final String MUD = "aqua-terra.yaml";

    @Autowired
    Frameworks frameworks;

    @Autowired
    Countries countries;

    @Autowired
    Agencies agencies;

    @Autowired
    FrameworkTables tables;

    @Autowired
    ReferenceFiles files;

    @Autowired
    ReferenceLoads loads;

    @Autowired
    RecordAssessment recordAssessment;

    @Autowired
    SetCeiling setCeiling;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsInTheTablesIsWhatWasInTheFiles() {
        assertThat(frameworks.byShortCode("FFA")).contains(FrameworksMother.framework("FFA"));
        assertThat(frameworks.all().stream().map(Framework::shortCode))
                .containsExactlyInAnyOrder("FFA", "JAP", "MUD", "UNREFORM", "DCS");
        assertThat(frameworks.all().get(0).nominatesCountries()).isTrue();
        assertThat(countries.all()).hasSize(208);
        assertThat(frameworks.areaByKey("FFA-A3").orElseThrow().title()).isEqualTo("Social protection");
        assertThat(frameworks.areaByKey("MUD-M2").orElseThrow().title()).isEqualTo("Dry mud");
        assertThat(frameworks.assessmentFigures()).contains(new AssessmentFigures("FFA", 0, 7));
        assertThat(frameworks.openPoints("FFA").stream().map(OpenPoint::code)).contains("O-01");
        assertThat(frameworks.ceiling("JAP")).isEmpty();
    }

    @Test
    void aChangedFileIsLoadedOnceAndCountsUp() {
        ReferenceFile mud = mud();
        List<ReferenceFile> same = List.of(mud);
        List<ReferenceFile> changed = List.of(new ReferenceFile(mud.name(), mud.text() + "# changed\n"));
        AtomicInteger runs = new AtomicInteger();

        assertThat(loads.load("counting", "1", same, runs::incrementAndGet)).isTrue();
        assertThat(loads.load("counting", "1", same, runs::incrementAndGet)).isFalse();
        int version = loads.version(mud.name());
        String fingerprint = loads.fingerprint("counting");
        assertThat(loads.load("counting", "1", changed, runs::incrementAndGet)).isTrue();

        assertThat(runs).hasValue(2);
        assertThat(loads.version(mud.name())).isEqualTo(version + 1);
        assertThat(loads.fingerprint("counting")).isNotEqualTo(fingerprint);
        assertThat(loads.load("counting", "2", changed, runs::incrementAndGet)).isTrue();
        assertThat(loads.load("counting", "2", List.of(), runs::incrementAndGet))
                .isTrue();
        assertThat(loads.load("counting", "2", List.of(), runs::incrementAndGet))
                .isFalse();
    }

    @Test
    void aBrokenFileChangesNothing() {
        List<ReferenceFile> broken = List.of(new ReferenceFile("broken.yaml", "schema: 1"));

        assertThatThrownBy(() -> loads.load("broken", "1", broken, () -> {
                    jdbc.sql("delete from tandem.open_point").update();
                    throw new BrokenReference("broken.yaml", 1, "schema", "must be text");
                }))
                .isInstanceOf(BrokenReference.class);

        assertThat(tables.openPoints()).isNotEmpty();
        assertThat(loads.version("broken.yaml")).isZero();
    }

    @Test
    void nodesThatStartTogetherLoadOnce() throws Exception {
        List<ReferenceFile> same = List.of(new ReferenceFile("together.yaml", "schema: 1"));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> loaded = IntStream.range(0, 4)
                    .mapToObj(node -> nodes.submit(() -> {
                        start.await();
                        return loads.load("together", "1", same, runs::incrementAndGet);
                    }))
                    .toList();
            start.countDown();
            for (Future<Boolean> one : loaded) {
                one.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(runs).hasValue(1);
        assertThat(loads.version("together.yaml")).isEqualTo(1);
    }

    @Test
    void loadingAgainKeepsWhatOfficesRecorded() {
        recordAssessment.record(
                "MUD-KEN", AssessmentState.DONE, "Knee deep.\r\n\u0007", 0, Persons.office("AQUA", "KEN"));
        List<Framework> before = tables.frameworks();

        tables.write(data(mud().text()));

        assertThat(tables.frameworks()).isEqualTo(before);
        Assessment kept = frameworks.assessment("MUD-KEN").orElseThrow();
        assertThat(kept.state()).isEqualTo(AssessmentState.DONE);
        assertThat(kept.findings()).isEqualTo("Knee deep.");
        assertThat(kept.recordedBy()).isEqualTo("Office of AQUA");
    }

    @Test
    void whatLeavesTheFilesIsRetired() {
        tables.write(data(mud().text()
                .replace("  - {code: COL-1, title: Puddle watch", "  - {code: COL-2, title: Puddle watch")));

        assertThat(tables.collaborations().stream()
                        .filter(one -> one.key().equals("MUD-COL-1"))
                        .findFirst()
                        .orElseThrow()
                        .retired())
                .isTrue();

        Framework wetOnly = FrameworksMother.framework("MUD", CountriesMother.INVENTED);
        FrameworkData all = data(mud().text());
        List<Framework> changed = all.frameworks().stream()
                .map(one -> one.shortCode().equals("MUD")
                        ? wetOnly.withAreas(wetOnly.areas().subList(0, 1)).withCrossCutting(List.of())
                        : one)
                .toList();
        tables.write(new FrameworkData(changed, all.collaborations(), all.assessments(), all.openPoints()));

        Framework now = tables.frameworks().stream()
                .filter(one -> one.shortCode().equals("MUD"))
                .findFirst()
                .orElseThrow();
        assertThat(now.version()).isGreaterThan(1);
        assertThat(now.area("M2").orElseThrow().retired()).isTrue();
        assertThat(versionsOf("MUD")).isEqualTo(now.version());

        tables.write(all);
        assertThat(tables.collaborations().stream().filter(one -> one.key().equals("MUD-COL-1")))
                .allSatisfy(one -> assertThat(one.retired()).isFalse());
    }

    @Test
    void aCeilingIsSettledByThoseWhoMayAndOnWhatTheySaw() {
        setCeiling.set("MUD", 3, 0, Persons.coordinator("TERRA", "MUD"));

        assertThat(frameworks.ceiling("MUD")).hasValue(3);
        assertThat(frameworks.ceilingWithHistory("MUD").changes().get(0).by()).isEqualTo("Coordinator of TERRA");
        assertThatThrownBy(() -> setCeiling.set("MUD", 4, 0, Persons.coordinator("AQUA", "WORLD")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
        assertThatThrownBy(() -> setCeiling.set("MUD", 4, 1, Persons.coordinator("AQUA", "FFA")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
        setCeiling.set("MUD", null, 1, Persons.coordinator("AQUA", "WORLD"));
        assertThat(frameworks.ceiling("MUD")).isEmpty();
    }

    private int versionsOf(String shortCode) {
        return jdbc.sql("select count(*) from tandem.framework_version where short_code = :code")
                .param("code", shortCode)
                .query(Integer.class)
                .single();
    }

    private ReferenceFile mud() {
        return files.folder("frameworks").stream()
                .filter(file -> file.name().endsWith(MUD))
                .findFirst()
                .orElseThrow();
    }

    private FrameworkData data(String mud) {
        List<ReferenceFile> all = files.folder("frameworks").stream()
                .map(file -> file.name().endsWith(MUD) ? new ReferenceFile(file.name(), mud) : file)
                .toList();
        return new FrameworkFiles(all, files.bundled("open-points.yaml"), countries, agencies).read();
    }

    /** People of invented agencies. */
    private static final class Persons {

        static SignedIn office(String agency, String iso3) {
            return person("Office of " + agency, Role.COUNTRY_OFFICE, agency, ScopeKind.COUNTRY, iso3);
        }

        static SignedIn coordinator(String agency, String scope) {
            return person("Coordinator of " + agency, Role.COORDINATOR, agency, ScopeKind.FRAMEWORK, scope);
        }

        private static SignedIn person(String name, Role role, String agency, ScopeKind kind, String scope) {
            return new SignedIn(
                    UUID.randomUUID(),
                    name,
                    name,
                    Locale.ENGLISH,
                    ZoneOffset.UTC,
                    List.of(new Mandate(UUID.randomUUID(), role, agency, kind, scope)));
        }
    }
}
