package org.tandem.platform.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/**
 * The person a page is shown to, for the frame of the page only: an error page must come up when that person is gone or the
 * database does not answer, and must not wait for it a second time.
 */
class Reader {

    private static final String NOBODY = Reader.class.getName();

    private final ObjectProvider<CurrentPerson> person;

    Reader(ObjectProvider<CurrentPerson> person) {
        this.person = person;
    }

    Optional<SignedIn> find() {
        CurrentPerson current = person.getIfAvailable();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (current == null
                || request != null && request.getAttribute(NOBODY, RequestAttributes.SCOPE_REQUEST) != null) {
            return Optional.empty();
        }
        try {
            return current.find();
        } catch (Refused | DataAccessException | TransactionException unknown) {
            if (request != null) {
                request.setAttribute(NOBODY, true, RequestAttributes.SCOPE_REQUEST);
            }
            return Optional.empty();
        }
    }
}
