package org.tandem.tasks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Back to the list somebody came from: what its address asks for travels as {@code _in}. */
final class ListedIn {

    private static final String INBOX = "/inbox";

    private ListedIn() {}

    /** @param query whatever a form says; what cannot be ours leads to the list as it opens */
    static String address(@Nullable String query) {
        String address = query == null || query.isEmpty() ? INBOX : INBOX + "?" + query;
        return isInbox(address) ? address : INBOX;
    }

    /** A task of that list: its neighbours are those of the list. */
    static String task(OpenTask task, @Nullable String query) {
        String list = address(query);
        return task.path() + "?_task=" + task.id()
                + (list.equals(INBOX)
                        ? ""
                        : "&_in=" + URLEncoder.encode(list.substring(INBOX.length() + 1), StandardCharsets.UTF_8));
    }

    static boolean isInbox(@Nullable String address) {
        return address != null && address.matches("/inbox(\\?[A-Za-z0-9_=&%-]{0,500})?(#[A-Za-z0-9-]{1,80})?");
    }
}
