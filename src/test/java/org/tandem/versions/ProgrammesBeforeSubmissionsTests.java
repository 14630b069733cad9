package org.tandem.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.models.ModelFiles;
import org.tandem.platform.engine.Upgrade;

/** Does a proposal go on that stood in “Choose a call” before submissions were cases of their own? */
@TestPropertySource(properties = "tandem.test.database=old-programmes")
@ProcessTest
class ProgrammesBeforeSubmissionsTests {

    private static final Path BEFORE = Path.of("src/test/resources/before-declarations");

    @Autowired
    Roads roads;

    @Autowired
    ApplicationContext context;

    @Autowired
    RepositoryService repository;

    @Autowired
    Versions versions;

    @Autowired
    StartMigration startMigration;

    @Autowired
    MigrationBatch batch;

    @Test
    void goesOnWithItsOldFormAndSubmitsOnceItIsMoved() {
        ModelFiles now = ModelFiles.in(Path.of("."));
        deployOld(now.with(ModelFiles.in(BEFORE).contents()));
        int old = versions.newest("programme").number();
        String id = roads.drafting(roads.vetted().split("-")[1]);
        roads.changesProfile("fp.undp.a3", id, "fund", "UNRSF");
        roads.takesToClearance(id);
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");
        Upgrade.deploy(context, "programme", programme(now, "91.0.0"));
        roads.does(id, "chooseCall", null, Map.of("decision", "KEEP"));
        assertThat(roads.waiting(id)).containsExactly("chooseCall");
        assertThat(roads.history(id)).endsWith("programme.history.callChosen");

        startMigration.start("programme", old, Map.of(), new Crowd(context).holder("administrator:-:WORLD"));
        while (batch.work()) {
            Thread.onSpinWait();
        }
        assertThat(roads.as("coord.ilo")
                        .post("/api/calls", Map.of("code", "OLD-1", "fund", "UNTFHS"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        roads.does(id, "chooseCall", null, Map.of("decision", "SUBMIT", "call", "OLD-1"));
        assertThat(roads.waiting(id + "-F1")).containsExactly("preparePackage");
    }

    /** As the build before left them; today's checks would miss what is new. */
    private void deployOld(ModelFiles models) {
        DeploymentBuilder module = repository.createDeployment().name("programme");
        programme(models, "1.0.0")
                .forEach((name, content) -> module.addInputStream(name, new ByteArrayInputStream(content)));
        module.deploy();
    }

    private static SortedMap<String, byte[]> programme(ModelFiles models, String tag) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        models.contents().forEach((name, content) -> {
            if (ModelFiles.module(name).equals("programme")) {
                files.put(
                        name,
                        new String(content, StandardCharsets.UTF_8)
                                .replaceFirst("versionTag=\"[^\"]*\"", "versionTag=\"" + tag + "\"")
                                .getBytes(StandardCharsets.UTF_8));
            }
        });
        return files;
    }
}
