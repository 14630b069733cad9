package org.tandem.platform.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.function.SingletonSupplier;
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

    private final Supplier<@Nullable CurrentPerson> person;

    /** @param person asked for once only: a page wants to know its reader at every date */
    Reader(ObjectProvider<CurrentPerson> person) {
        this.person = SingletonSupplier.of(person::getIfAvailable);
    }

    Optional<SignedIn> find() {
        CurrentPerson current = person.get();
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
