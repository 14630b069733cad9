package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.ManyCases.Answer;

/** Does the next build work on the data of this one, with cases and tasks begun here, and does this one keep off its data? */
class UpgradeIT {

    private static final Map<String, Object> DEMO = Map.of("tandem.demo", true);

    @TempDir
    Path data;

    private final ManyCases cases = new ManyCases();

    @Test
    void goesOnWithDataTasksAndCasesOfTheOlderBuildAndThereIsNoWayBack() throws Exception {
        Path newer = NewerBuild.jar();
        List<Answer> votes;
        try (RunningApplication older = RunningApplication.start(data, RunningApplication.freePort(), DEMO)
                .awaitReady()) {
            votes = oneAgreedSixOpen(Remote.of(older));
            assertThat(votes.get(0).send(Remote.of(older)).statusCode()).isEqualTo(200);
        }

        try (RunningApplication next =
                RunningApplication.startOther(newer, data, DEMO).awaitReady()) {
            assertThat(next.log())
                    .contains("Deployed vetting " + NewerBuild.VETTING)
                    .doesNotContain("ERROR");
            assertThat(versionsOfVetting()).containsExactly("1 Vet the country");
            everythingGoesOn(Remote.of(next), votes);
        }

        try (RunningApplication older = RunningApplication.start(data, RunningApplication.freePort(), DEMO)) {
            assertThat(older.awaitEnd()).isEqualTo(1);
            assertThat(older.log())
                    .contains("A newer Tandem has changed this database", NewerBuild.MIGRATION, "restore the backup")
                    .doesNotContain("\tat ");
        }
    }

    /** @return the votes in the one that is being vetted */
    private List<Answer> oneAgreedSixOpen(Remote older) {
        List<Answer> agreements =
                cases.nominate(older, ManyCases.countries(older).get(0));
        assertThat(agreements.get(0).send(older).statusCode()).isEqualTo(200);
        return cases.after(agreements.get(0));
    }

    private void everythingGoesOn(Remote next, List<Answer> votes) throws Exception {
        String begun = votes.get(0).caseId();
        assertThat(ManyCases.decisions(next, begun))
                .as("the vote is there, but blind")
                .containsExactly("focal-point ILO");
        assertThat(next.get(votes.get(1).user(), "/api/inbox").toString()).contains(begun);
        for (String id : cases.ids()) {
            Answer agreement = ManyCases.agreement(id);
            if (!id.equals(begun)) {
                assertThat(agreement.send(next).statusCode()).isEqualTo(200);
            }
            assertThat(versionsOfVetting()).contains(id.equals(begun) ? "1 Vet the country" : "2 Look at the country");
            for (Answer vote : cases.after(agreement)) {
                assertThat(vote.send(next).statusCode())
                        .as(vote.toString())
                        .isEqualTo(vote.equals(votes.get(0)) ? 409 : 200);
            }
            ManyCases.everyDecisionIsThereOnce(next, id);
        }
        assertThat(next.get("admin", "/api/tasks/projection").get("size").asInt())
                .isZero();
        assertThat(next.get("admin", "/api/operations").get("stuckCases")).isEmpty();
    }

    /** Version of the process, and name of the task, that each open task of vetting belongs to. */
    private List<String> versionsOfVetting() throws Exception {
        List<String> server = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/tandem",
                        "tandem",
                        Files.readString(data.resolve("password")));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select array_agg(distinct d.version_ || ' ' || t.name_)"
                        + " from engine.act_ru_task t join engine.act_re_procdef d on d.id_ = t.proc_def_id_"
                        + " where d.key_ = 'vetting'")) {
            found.next();
            return List.of((String[]) found.getArray(1).getArray());
        }
    }
}
