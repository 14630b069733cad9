package org.tandem.people.signin;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The open sessions of a person, on all nodes. With them goes what the person's browsers are known by. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Sessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> repository;
    private final BrowsersOfPersons browsers;

    public void endAll(String mainSignInName) {
        endOthers(mainSignInName, null);
    }

    /** @param kept id of the session that goes on, if one does */
    public void endOthers(String mainSignInName, @Nullable String kept) {
        browsers.forgetAll(mainSignInName);
        repository.ifAvailable(sessions -> sessions.findByPrincipalName(mainSignInName).keySet().stream()
                .filter(id -> !id.equals(kept))
                .toList()
                .forEach(sessions::deleteById));
    }
}
