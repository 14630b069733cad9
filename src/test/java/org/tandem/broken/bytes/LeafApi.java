package org.tandem.broken.bytes;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers text, which is HTML for who accepts HTML. */
@RestController
@Profile("never")
class LeafApi {

    @GetMapping("/leaf")
    String leaf() {
        return "";
    }
}
