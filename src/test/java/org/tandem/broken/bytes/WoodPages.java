package org.tandem.broken.bytes;

import java.io.OutputStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Is handed the stream of the answer. */
@Controller
@Profile("never")
class WoodPages {

    @GetMapping("/wood")
    void wood(OutputStream answer) {}
}
