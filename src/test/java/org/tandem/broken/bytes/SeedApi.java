package org.tandem.broken.bytes;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers bytes in whatever type the request accepts. */
@RestController
@Profile("never")
class SeedApi {

    @GetMapping("/seed")
    byte[] seed() {
        return new byte[0];
    }
}
