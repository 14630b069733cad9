package org.tandem.broken.bytes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Writes the answer itself. */
@Controller
@Profile("never")
class BarkPages {

    @GetMapping("/bark")
    void bark(HttpServletResponse response) throws IOException {
        response.getWriter().write("");
    }
}
