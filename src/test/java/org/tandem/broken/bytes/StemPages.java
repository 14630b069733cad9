package org.tandem.broken.bytes;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Does not say what it answers. */
@Controller
@Profile("never")
class StemPages {

    @GetMapping("/stem")
    ResponseEntity<?> stem() {
        return ResponseEntity.ok("");
    }
}
