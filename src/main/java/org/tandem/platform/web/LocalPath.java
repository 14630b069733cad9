package org.tandem.platform.web;

/** Guards redirects: only paths of this application, never another site. */
public final class LocalPath {

    private LocalPath() {}

    /** Whether it is safe to send the browser there: begins with one slash, has no backslash and no control characters. */
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
