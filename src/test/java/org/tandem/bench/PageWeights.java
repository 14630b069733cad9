package org.tandem.bench;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page and everything it needs weigh for a browser that has never been here, compressed, heads included. */
final class PageWeights {

    private static final double KILO = 1024;
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/(?:css|js|vendor|images)/[^\"]+)\"");

    private PageWeights() {}

    static void tell(URI base, Rows rows) throws IOException, InterruptedException {
        WebSession nobody = new WebSession(base);
        weigh("sign-in", "/login", nobody, rows);
        WebSession focalPoint = new WebSession(base);
        focalPoint.signIn("fp.ilo.a5");
        weigh("inbox", "/inbox", focalPoint, rows);
        weigh("register", "/selection", focalPoint, rows);
        weigh(
                "task",
                firstLink(focalPoint.get("/inbox").body(), "/selection/[^\"]+/agreeNomination[^\"]*"),
                focalPoint,
                rows);
        weigh("case page", firstLink(focalPoint.get("/selection").body(), "/cases/[^\"?]+"), focalPoint, rows);
        weigh("dashboard", "/dashboard", focalPoint, rows);
    }

    private static String firstLink(String page, String address) {
        return Pattern.compile("href=\"(" + address + ")\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no link to " + address));
    }

    private static void weigh(String name, String path, WebSession session, Rows rows)
            throws IOException, InterruptedException {
        WebSession.Answer page = session.get(path);
        if (page.status() != 200) {
            throw new IllegalStateException(path + " answers " + page.status());
        }
        Set<String> files = FILE.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*\"(/[^\"]+)\"", "$1"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        long bytes = page.bytes();
        for (String file : List.copyOf(files)) {
            bytes += session.get(file).bytes();
        }
        rows.add(
                "http: weight of " + name,
                "page and %d files".formatted(files.size()),
                bytes / KILO,
                null,
                "KB, compressed",
                "page alone %.1f".formatted(page.bytes() / KILO));
    }
}
