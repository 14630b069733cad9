package org.tandem.platform.web;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves {@code .agency-<code>}, which sets {@code --agency}: inline style is forbidden, and agencies are data. */
@Controller
@RequiredArgsConstructor
class AgencyStyles {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]+");

    private final ObjectProvider<AgencyAccents> accents;

    @GetMapping(value = "/css/agencies.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> styles() {
        AgencyAccents data = accents.getIfAvailable();
        String css = data == null
                ? ""
                : data.accents().entrySet().stream()
                        .filter(entry -> CODE.matcher(entry.getKey()).matches()
                                && COLOUR.matcher(entry.getValue()).matches())
                        .map(entry -> ".agency-%s{--agency:%s}"
                                .formatted(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()))
                        .sorted()
                        .collect(Collectors.joining("\n", "", "\n"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(css);
    }
}
