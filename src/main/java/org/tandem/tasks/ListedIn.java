package org.tandem.tasks;

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

    static boolean isInbox(@Nullable String address) {
        return address != null && address.matches("/inbox(\\?[A-Za-z0-9_=&%-]{0,500})?(#[A-Za-z0-9-]{1,80})?");
    }
}
