package org.tandem.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works: looks at the inbox, opens a task, keeps a draft now and then, completes it, and looks at the register
 * and at cases in between; five to ten seconds pass from one click to the next.
 */
final class LoadUser implements Runnable {

    private static final Pattern TASK = Pattern.compile(
            "href=\"(/(?:selection|vetting)/([A-Z0-9-]+)/(?:agreeNomination|vetCountry))(?:\\?_task=([^\"#]+))?\"");
    private static final Pattern TASK_FIELD = Pattern.compile("name=\"_task\" value=\"([^\"]+)\"");

    private final WebSession session;
    private final LoadTally tally;
    private final Set<String> taken;
    private final Random random;
    private final long leastThinking;
    private final List<String> seen = new ArrayList<>();

    LoadUser(WebSession session, LoadTally tally, Set<String> taken, int number, long leastThinkingMillis) {
        this.session = session;
        this.tally = tally;
        this.taken = taken;
        this.random = new Random(number);
        this.leastThinking = leastThinkingMillis;
    }

    @Override
    public void run() {
        try {
            Thread.sleep((long) (random.nextDouble() * 2 * leastThinking));
            while (true) {
                turnUnlessCutOff();
            }
        } catch (InterruptedException timeIsUp) {
            Thread.currentThread().interrupt();
        }
    }

    private void turnUnlessCutOff() throws InterruptedException {
        try {
            turn();
        } catch (IOException counted) {
            Thread.sleep(leastThinking);
        }
    }

    private void turn() throws IOException, InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 20 && !seen.isEmpty()) {
            String id = seen.get(random.nextInt(seen.size()));
            click("case page", () -> session.get("/cases/" + id));
        } else if (dice < 35) {
            click("register", () -> session.get("/selection"));
        } else {
            WebSession.Answer inbox = click("inbox", () -> session.get("/inbox"));
            String task = freeTask(inbox.body());
            if (task != null) {
                work(task);
            }
        }
    }

    private void work(String path) throws IOException, InterruptedException {
        WebSession.Answer page = click("open a task", () -> session.get(path));
        Matcher id = TASK_FIELD.matcher(page.body());
        if (!page.isFine() || !id.find()) {
            return;
        }
        String address = path.replaceAll("\\?.*", "");
        Map<String, String> form = new HashMap<>();
        form.put("_task", id.group(1));
        form.put("decision", address.endsWith("vetCountry") ? "APPROVE" : "AGREE");
        if (random.nextInt(3) == 0) {
            click("save a draft", () -> session.post(address + "/draft", form));
        }
        click("complete", () -> session.post(address, form));
    }

    private WebSession.Answer click(String kind, LoadTally.Request request) throws IOException, InterruptedException {
        WebSession.Answer answer = tally.timed(kind, request);
        Thread.sleep(leastThinking + (long) (random.nextDouble() * leastThinking));
        return answer;
    }

    /** One that no colleague is at: people of one office talk to each other. */
    private @Nullable String freeTask(String inbox) {
        Matcher found = TASK.matcher(inbox);
        while (found.find()) {
            seen.add(found.group(2));
            if (taken.add(found.group(3) == null ? found.group(1) : found.group(3))) {
                return found.group(1) + (found.group(3) == null ? "" : "?_task=" + found.group(3));
            }
        }
        return null;
    }
}
