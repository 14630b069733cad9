package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;

/** Takes the language chosen in the header: kept in the profile when signed in, in a cookie in any case. */
@Controller
@RequiredArgsConstructor
class LanguagePages {

    private final Languages languages;
    private final LocaleResolver localeResolver;
    private final ObjectProvider<LanguageKeeper> keeper;
    private final ObjectProvider<CurrentPerson> person;

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen =
                languages.find(language).orElseThrow(() -> Refused.invalid("language", "platform.language.unknown"));
        localeResolver.setLocale(request, response, chosen);
        person.ifAvailable(current -> current.find()
                .ifPresent(signedIn -> keeper.ifAvailable(port -> port.keepLanguage(signedIn.personId(), chosen))));
        return "redirect:" + (LocalPath.isLocal(back) ? back : "/");
    }
}
