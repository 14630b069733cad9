package org.tandem.platform.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** After a sign-in: what was typed before it. Shown once. */
@Controller
class AgainPages {

    static final String ADDRESS = "/again";

    @GetMapping(ADDRESS)
    String again(HttpSession session, Model model) {
        SentAgain again = SentAgain.takeFrom(session);
        model.addAttribute("again", again);
        return again == null ? "redirect:/inbox" : "platform/again";
    }
}
