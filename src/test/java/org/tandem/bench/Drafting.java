package org.tandem.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.tandem.RunningApplication;

/** Fifty people write twenty-five proposals on the packaged application, two to a proposal, one of each party. */
final class Drafting implements Part {

    private static final Path DATA = Path.of("target", "bench-drafting");
    private static final int PROPOSALS = 25;

    @Override
    public String name() {
        return "drafting";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        FileSystemUtils.deleteRecursively(DATA);
        try (RunningApplication application =
                RunningApplication.start(DATA, RunningApplication.freePort(), Map.of("tandem.demo", true))) {
            URI address = application.awaitReady().address();
            List<DraftedProposal> proposals = new ArrayList<>();
            for (int number = 0; number < settings.scaled(PROPOSALS, 2); number++) {
                proposals.add(DraftedProposal.write(address, number));
            }
            DraftedProposal first = proposals.get(0);
            rows.progress("%d proposals of %d words, %d rows in the budget"
                    .formatted(proposals.size(), first.words(), DraftedProposal.BUDGET_ROWS));
            List<String> names = proposals.stream()
                    .flatMap(proposal -> proposal.writers().stream())
                    .toList();
            List<WebSession> sessions = Shift.signedIn(address, names, rows);
            LoadTally tally = new LoadTally(name(), 95);
            List<Drafter> people = new ArrayList<>();
            for (WebSession session : sessions) {
                DraftedProposal proposal = proposals.get(people.size() / 2);
                people.add(new Drafter(session, tally, proposal, people.size(), Shift.thinkingMillis(settings)));
            }
            Shift.work(people, tally, settings, rows);
            application.stop();
        } finally {
            FileSystemUtils.deleteRecursively(DATA);
        }
    }
}
