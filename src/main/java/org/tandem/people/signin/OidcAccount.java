package org.tandem.people.signin;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom an identity provider vouched for, under the main sign-in name by which the house knows them. */
class OidcAccount extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final String mainName;

    OidcAccount(Account account, OidcUser user) {
        super(account.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.mainName = account.getUsername();
    }

    @Override
    public String getName() {
        return mainName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OidcAccount account && mainName.equals(account.mainName);
    }

    @Override
    public int hashCode() {
        return mainName.hashCode();
    }
}
