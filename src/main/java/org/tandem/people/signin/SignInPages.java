package org.tandem.people.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Demo;

/** The sign-in page. What is typed there goes to the security filters. */
@Controller
@RequiredArgsConstructor
class SignInPages {

    private static final long LONGEST_WAIT_SHOWN = 3_600;

    private final CurrentPerson person;
    private final Demo demo;
    private final ObjectProvider<DemoAccounts> demoAccounts;
    private final ObjectProvider<ClientRegistrationRepository> identityProviders;

    record OidcLink(String name, String href) {}

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String blocked,
            CsrfToken token,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        if (person.find().isPresent()) {
            return "redirect:/inbox";
        }
        token.getToken(); // sets the cookie before the page is being written
        model.addAttribute("demo", demo.on());
        model.addAttribute("demoOpen", demo.open());
        model.addAttribute("oidcLinks", oidcLinks());
        Long seconds = seconds(blocked);
        if (seconds != null) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
            model.addAttribute("waitMinutes", (seconds + 59) / 60);
        }
        if (demo.on()) {
            demoAccounts.ifAvailable(accounts -> {
                model.addAttribute("demoPassword", accounts.password());
                model.addAttribute("demoTour", accounts.tour(locale));
                model.addAttribute("demoAccounts", accounts.groups(locale));
            });
        }
        return "platform/login";
    }

    private List<OidcLink> oidcLinks() {
        List<OidcLink> links = new ArrayList<>();
        if (identityProviders.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object registration : registrations) {
                if (registration instanceof ClientRegistration client) {
                    links.add(new OidcLink(
                            client.getClientName(), "/oauth2/authorization/" + client.getRegistrationId()));
                }
            }
        }
        return links;
    }

    private static @Nullable Long seconds(@Nullable String blocked) {
        if (blocked == null || !blocked.matches("\\d{1,5}")) {
            return null;
        }
        return Math.max(1, Math.min(Long.parseLong(blocked), LONGEST_WAIT_SHOWN));
    }
}
