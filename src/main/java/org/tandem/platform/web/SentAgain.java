package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that could not be taken because its writer was signed out, or has signed in since the page was opened. It travels
 * through the sign-in and is sent again by its writer: never by itself, and never when another site sent it.
 */
record SentAgain(String path, Map<String, String[]> fields) {

    /** Under this name the sign-in form carries the address, and the session the fields. */
    static final String NAME = "_again";

    private static final Set<String> OF_THE_SIGN_IN = Set.of(NAME, "_csrf", "_once", "username", "password");

    static Optional<SentAgain> in(HttpServletRequest request) {
        String carried = request.getParameter(NAME);
        String path = carried == null ? Refusals.pathOf(request) : carried;
        if (!"POST".equals(request.getMethod())
                || Lure.isIn(request)
                || !LocalPath.isLocal(path)
                || Answers.isAboutPasswords(path)
                || path.equals("/logout")) {
            return Optional.empty();
        }
        return Optional.of(of(path, request.getParameterMap()));
    }

    private static SentAgain of(String path, Map<String, String[]> sent) {
        Map<String, String[]> fields = new HashMap<>(sent);
        fields.keySet().removeAll(OF_THE_SIGN_IN);
        return new SentAgain(path, fields);
    }

    /** Classes of Java alone go into a session, so that any later version can read it. */
    void keepIn(HttpSession session) {
        HashMap<String, String[]> kept = new HashMap<>(fields);
        kept.put(NAME, new String[] {path});
        session.setAttribute(NAME, kept);
    }

    static @Nullable SentAgain takeFrom(HttpSession session) {
        if (!(session.getAttribute(NAME) instanceof Map<?, ?> kept)) {
            return null;
        }
        session.removeAttribute(NAME);
        Map<String, String[]> sent = new HashMap<>();
        kept.forEach((name, values) -> sent.put(name.toString(), (String[]) values));
        return of(sent.get(NAME)[0], sent);
    }

    /** A form that has drafts is opened again with everything in it; any other is sent as it is. */
    public String address() {
        return hasDrafts() && !path.endsWith("/keep") ? path + "/keep" : path;
    }

    public boolean hasDrafts() {
        return fields.containsKey("_form");
    }

    public List<String> texts() {
        return Answers.typed(fields);
    }
}
