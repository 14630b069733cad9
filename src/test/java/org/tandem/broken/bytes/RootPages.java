package org.tandem.broken.bytes;

import java.util.concurrent.Callable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Answers a file with the headers it happens to think of. */
@Controller
@Profile("never")
class RootPages {

    @GetMapping("/root")
    Callable<ResponseEntity<Resource>> root() {
        return () -> ResponseEntity.notFound().build();
    }
}
