package org.tandem.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works: looks at the inbox, opens a task, keeps a draft now and then, completes it, and looks at the register
 * and at cases in between.
 */
final class LoadUser extends AtWork {

    private static final Pattern TASK = Pattern.compile(
            "href=\"(/(?:selection|vetting)/([A-Z0-9-]+)/(?:agreeNomination|vetCountry))(?:\\?_task=([^\"#]+))?\"");
    private static final Pattern TASK_FIELD = Pattern.compile("name=\"_task\" value=\"([^\"]+)\"");

    private final Set<String> taken;
    private final List<String> seen = new ArrayList<>();

    LoadUser(WebSession session, LoadTally tally, Set<String> taken, int number, long leastThinkingMillis) {
        super(session, tally, number, leastThinkingMillis);
        this.taken = taken;
    }

    @Override
    void turn() throws IOException, InterruptedException {
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
