package org.tandem.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who writes a proposal: reads the whole, types in sections of their own, fills cells of the budget; the first of the
 * two sends the text for review now and then, looks at what has changed, and opens it again.
 */
final class Drafter extends AtWork {

    private static final Pattern CELL = Pattern.compile("name=\"([^\"]+\\.[1-7]\\.[1-9]\\.REQUESTED)\"");
    private static final int SAVED_WHILE_TYPING = 3;

    private final DraftedProposal proposal;
    private final String address;
    private final int side;

    Drafter(WebSession session, LoadTally tally, DraftedProposal proposal, int number, long leastThinkingMillis) {
        super(session, tally, number, leastThinkingMillis);
        this.proposal = proposal;
        this.address = "/proposal/" + proposal.id();
        this.side = number % 2;
    }

    @Override
    void turn() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (side == 0 && dice < 12) {
            held(proposal.talk().writeLock(), this::freeze);
        } else if (dice < 35) {
            click("the whole document opened", () -> session.get(address + "/document"));
        } else {
            held(proposal.talk().readLock(), dice < 70 ? this::section : this::budget);
        }
    }

    private void section() throws IOException, InterruptedException {
        String section = own();
        WebSession.Answer page = click("a section opened", () -> session.get(section));
        Map<String, String> form = form(page);
        for (int saved = 0; page.isFine() && saved < SAVED_WHILE_TYPING; saved++) {
            form.put("text", text());
            click("a section saved", () -> session.post(section + "/draft", form));
        }
    }

    private void budget() throws IOException, InterruptedException {
        WebSession.Answer page = click("the budget opened", () -> session.get(address + "/budget?source=requested"));
        String[] cells =
                CELL.matcher(page.body()).results().map(found -> found.group(1)).toArray(String[]::new);
        for (int saved = 0; page.isFine() && saved < SAVED_WHILE_TYPING; saved++) {
            // Each of the two has cells of their own, so that neither is overtaken.
            String cell = cells[(random.nextInt(cells.length / 2)) * 2 + side];
            Map<String, String> form = Map.of(
                    "revision",
                    hidden(page, "revision"),
                    "source",
                    "requested",
                    cell,
                    String.valueOf(1 + random.nextInt(9_999)));
            page = click("a budget cell saved", () -> {
                WebSession.Answer sent = session.post(address + "/budget", form);
                return sent.status() / 100 == 3 ? session.get(address + "/budget?source=requested") : sent;
            });
        }
    }

    private void freeze() throws IOException, InterruptedException {
        WebSession.Answer task = session.get(address + "/reviseProposal");
        Map<String, String> form = Map.of("_task", hidden(task, "_task"));
        if (!click("frozen for review", () -> session.post(address + "/reviseProposal", form))
                .isFine()) {
            return;
        }
        int version = proposal.versions().incrementAndGet();
        click(
                "two versions compared",
                () -> session.get(address + "/versions/" + version + "/compare?with=" + (version - 1)));
        String section = own();
        Map<String, String> change = form(session.get(section));
        change.put("text", text());
        change.put("reopen", "true");
        click("opened again", () -> session.post(section, change));
    }

    private String own() {
        int mine = random.nextInt(proposal.texts().size() / 2) * 2 + side;
        return address + "/sections/" + proposal.texts().get(mine);
    }

    private String text() {
        return DraftedProposal.text(proposal.words() / proposal.texts().size(), random.nextInt());
    }

    private static Map<String, String> form(WebSession.Answer page) {
        Map<String, String> form = new HashMap<>();
        form.put("_revision", hidden(page, "_revision"));
        form.put("_once", hidden(page, "_once"));
        return form;
    }

    /** The value of a hidden field; nothing where the page has none, which the application then refuses and we count. */
    private static String hidden(WebSession.Answer page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void held(Lock lock, Work work) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
