package org.tandem.calendar;

import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tandem.platform.web.Download;

/** The one address that gives something of a person without a sign-in. */
@Controller
@RequiredArgsConstructor
class CalendarPages {

    private final ReadCalendar read;

    @GetMapping("/calendar/feed/{secret}.ics")
    Download feed(@PathVariable String secret) {
        String site = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return Download.askedFor(
                Download.Type.ICS, "tandem", read.by(secret, site).getBytes(StandardCharsets.UTF_8));
    }
}
