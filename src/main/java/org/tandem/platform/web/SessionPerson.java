package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps of the signed-in person only the main sign-in name in the session, and reads the rest afresh with every request:
 * sessions survive any new version of the classes, and who is deactivated is out at once.
 */
@Component
@RequiredArgsConstructor
class SessionPerson implements SecurityContextRepository {

    /** By this attribute Spring Session finds all sessions of a person. */
    static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private final UserDetailsService accounts;

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> read(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return new SecurityContextImpl(read(holder.getRequest()));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(NAME);
            }
        } else {
            request.getSession().setAttribute(NAME, authentication.getName());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return nameIn(request) != null;
    }

    private @Nullable Authentication read(HttpServletRequest request) {
        String name = nameIn(request);
        if (name == null) {
            return null;
        }
        try {
            UserDetails account = accounts.loadUserByUsername(name);
            return account.isEnabled()
                    ? UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities())
                    : null;
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }

    private static @Nullable String nameIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(NAME);
    }

    /** Asks the database only when somebody wants to know who is there. */
    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<@Nullable Authentication> reader;
        private @Nullable SecurityContext context;
        private boolean nobody;

        Deferred(Supplier<@Nullable Authentication> reader) {
            this.reader = reader;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                Authentication authentication = reader.get();
                nobody = authentication == null;
                context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(authentication);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return nobody;
        }
    }
}
