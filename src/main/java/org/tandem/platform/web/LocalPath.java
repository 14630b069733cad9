package org.tandem.platform.web;

/** Guards redirects: only paths of this application, never another site. */
public final class LocalPath {

    private LocalPath() {}

    /** More does not fit into the headers of an answer. */
    private static final int LONGEST = 2_000;

    /**
     * Whether it is safe to send the browser there: begins with one slash, has no backslash and no control characters, and no
     * brackets, between which a redirect looks for the name of a value.
     */
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= LONGEST
                && path.chars().noneMatch(c -> "\\{}".indexOf(c) >= 0)
                && path.chars().noneMatch(Character::isISOControl);
    }
}
