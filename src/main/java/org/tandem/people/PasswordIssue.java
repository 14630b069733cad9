package org.tandem.people;

/** A one-time password for somebody, to be passed on and not to be seen again. */
record PasswordIssue(PersonId person, String signInName, OneTimePassword password) {}
