package org.tandem.platform;

/** Port: who stands behind a sign-in name, read afresh so that an ended mandate ends at once. Implemented by people. */
public interface SignedInPersons {

    /** @throws Refused with kind NOT_FOUND when nobody active has this sign-in name */
    SignedIn bySignInName(String signInName);
}
