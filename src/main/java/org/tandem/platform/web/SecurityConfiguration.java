package org.tandem.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.SignInBlocked;
import org.tandem.platform.edge.SafetyHeaders;

/**
 * Who gets in where. Four doors: files everybody may have; machines that bring a password with each request; the API for
 * a browser that is signed in; pages.
 */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SecurityConfiguration {

    /** Data is for machines: should a browser show it, it may load nothing. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final String[] FILES = {"/css/**", "/js/**", "/vendor/**", "/images/**", "/favicon.ico"};
    private static final String[] OPEN = {
        "/login", "/first-sign-in", "/calendar/feed/*", "/error", "/language", "/actuator/health/**"
    };
    private static final String[] OPERATIONS = {"/actuator/**", "/tasks/projection", "/api/tasks/projection"};

    /** Where somebody whose password must be changed first may still go. */
    private static final String[] CHANGE_PASSWORD = {"/profile/password", "/api/profile/password", "/logout"};

    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final SessionPerson sessionPerson;
    private final Refusals refusals;

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** What the firewall of the filters does not let in is told before them: they would refuse its error page as well. */
    @Bean
    RequestRejectedHandler tellRejected(PlainPage page) {
        return (request, response, why) ->
                page.answer(Problems.of(HttpStatus.BAD_REQUEST), List.of(), false, request, response);
    }

    /** Style sheets and scripts: no session, and the browser may keep them. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        headers(http.securityMatcher(FILES));
        return http.headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * Machines send name and password with each request and are never given a session. A token against forged requests is
     * not needed, except that a browser which remembers the password must not be lured here from another site.
     */
    @Bean
    @Order(2)
    SecurityFilterChain machines(HttpSecurity http) throws Exception {
        headers(http.securityMatcher(SecurityConfiguration::comesWithPassword));
        authorize(http);
        return http.httpBasic(basic -> basic.authenticationEntryPoint(refusals::notSignedIn))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new SessionCsrfTokens()).requireCsrfProtectionMatcher(Lure::isIn))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::notSignedIn).accessDeniedHandler(this::denied))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        headers(http.securityMatcher(Refusals::isForMachine));
        authorize(http);
        return http.securityContext(context -> context.securityContextRepository(sessionPerson))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(refusals::notSignedIn).accessDeniedHandler(this::denied))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> identityProviders,
            ObjectProvider<OAuth2UserService<OidcUserRequest, OidcUser>> oidcPersons,
            ObjectProvider<KnownBrowsers> browsers)
            throws Exception {
        RequestCache returnAddress = new ReturnAddress();
        SavedRequestAwareAuthenticationSuccessHandler home = new SavedRequestAwareAuthenticationSuccessHandler();
        home.setDefaultTargetUrl("/inbox");
        home.setRequestCache(returnAddress);
        headers(http);
        authorize(http);
        http.securityContext(context -> context.securityContextRepository(sessionPerson))
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
                .requestCache(cache -> cache.requestCache(returnAddress))
                .sessionManagement(session -> session.addSessionAuthenticationStrategy(new RememberBrowser(browsers)))
                .formLogin(login -> login.loginPage("/login")
                        .authenticationDetailsSource(SignInDetails::new)
                        .successHandler((request, response, person) -> signedIn(home, request, response, person))
                        .failureHandler(this::notSignedInHere))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?signedOut"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new SignInFirst()).accessDeniedHandler(this::denied));
        if (identityProviders.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/login")
                    .successHandler(home)
                    .failureHandler(SecurityConfiguration::notSignedIn)
                    .authorizedClientRepository(new NoAuthorizedClients())
                    .authorizationEndpoint(
                            asking -> asking.authorizationRequestRepository(new PassingAuthorizationRequests()))
                    .userInfoEndpoint(info -> info.oidcUserService(oidcPersons.getObject())
                            .userService(SecurityConfiguration::refuseWithoutIdentityToken)));
        }
        return http.build();
    }

    private static void authorize(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers(CHANGE_PASSWORD)
                        .authenticated()
                        .requestMatchers(OPERATIONS)
                        .hasRole(ADMINISTRATOR)
                        .anyRequest()
                        .access(SIGNED_IN_FOR_GOOD));
    }

    /** Signed in, and not with a password that has to be changed before anything else. */
    private static final AuthorizationManager<RequestAuthorizationContext> SIGNED_IN_FOR_GOOD =
            (authentication, context) ->
                    new AuthorizationDecision(authentication.get().isAuthenticated()
                            && authentication.get().getPrincipal() instanceof UserDetails account
                            && account.isCredentialsNonExpired());

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.addHeaderWriter(SecurityConfiguration::contentPolicy)
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(SafetyHeaders.PERMISSIONS_POLICY))
                .frameOptions(FrameOptionsConfig::deny));
    }

    /** A {@link Download} has brought a stricter one. */
    private static void contentPolicy(HttpServletRequest request, HttpServletResponse response) {
        String policy = response.getHeader(SafetyHeaders.CONTENT_POLICY);
        if (policy == null || policy.equals(SafetyHeaders.PAGE_POLICY)) {
            response.setHeader(
                    SafetyHeaders.CONTENT_POLICY,
                    Refusals.isForMachine(request) ? DATA_POLICY : SafetyHeaders.PAGE_POLICY);
        }
    }

    private static boolean comesWithPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static void signedIn(
            AuthenticationSuccessHandler home,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication person)
            throws IOException, ServletException {
        SentAgain again = SignInFirst.carries(request) ? SentAgain.in(request).orElse(null) : null;
        if (again == null) {
            home.onAuthenticationSuccess(request, response, person);
        } else {
            again.keepIn(request.getSession());
            response.sendRedirect(request.getContextPath() + AgainPages.ADDRESS);
        }
    }

    private void notSignedInHere(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (SignInFirst.carries(request) && DatabaseTrouble.of(why).isEmpty()) {
            String problem = why instanceof SignInBlocked
                    ? "blocked"
                    : SignInProblem.of(why).name().toLowerCase(Locale.ROOT);
            refusals.giveBack(request, response, "platform.login." + problem);
        } else {
            notSignedIn(request, response, why);
        }
    }

    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (DatabaseTrouble.of(why).isPresent()) {
            throw why; // whether name and password match, nobody knows yet
        }
        String query = why instanceof SignInBlocked blocked
                ? "blocked=" + Refusals.secondsOf(blocked.waiting())
                : SignInProblem.of(why).name().toLowerCase(Locale.ROOT);
        response.sendRedirect(request.getContextPath() + "/login?" + query);
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isOldSignInOrOut(request) && !SignInFirst.carries(request)) {
            response.sendRedirect(request.getContextPath() + "/login?stale");
        } else if (why instanceof CsrfException) {
            refusals.sentFromAnOldPage(request, response);
        } else if (mustChangePassword()) {
            changePasswordFirst(request, response);
        } else {
            refusals.forbidden(request, response, "platform.security.notAllowed");
        }
    }

    /** The form was opened long ago: nothing is lost by signing in on a new page, or by having been signed out. */
    private static boolean isOldSignInOrOut(HttpServletRequest request) {
        String path = Refusals.pathOf(request);
        return path.equals("/login")
                || path.equals("/logout") && SecurityContextHolder.getContext().getAuthentication() == null;
    }

    private void changePasswordFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Refusals.isForMachine(request) || Refusals.isFromScript(request)) {
            refusals.forbidden(request, response, "platform.security.changePasswordFirst");
        } else {
            response.sendRedirect(request.getContextPath() + "/profile/password");
        }
    }

    private static boolean mustChangePassword() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof UserDetails account
                && !account.isCredentialsNonExpired();
    }

    private static OAuth2User refuseWithoutIdentityToken(OAuth2UserRequest request) {
        throw SignInProblem.UNKNOWN.exception();
    }

    /** To the sign-in page; what a script asked for is refused, and its page stays. */
    private final class SignInFirst extends LoginUrlAuthenticationEntryPoint {

        SignInFirst() {
            super("/login");
        }

        /** Whether what somebody typed before the sign-in comes with it. */
        static boolean carries(HttpServletRequest request) {
            return request.getParameter(SentAgain.NAME) != null;
        }

        @Override
        public void commence(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException authException)
                throws IOException {
            if (Refusals.isFromScript(request)) {
                refusals.notSignedIn(request, response, authException);
            } else {
                response.sendRedirect(request.getContextPath() + "/login");
            }
        }
    }
}
