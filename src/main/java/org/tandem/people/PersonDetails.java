package org.tandem.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;

/** What an administrator writes about a person: the function by which they are called, and an address if there is one. */
record PersonDetails(String displayName, @Nullable String email) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");

    PersonDetails {
        displayName = displayName.strip();
        if (displayName.isEmpty()) {
            throw Refused.invalid("displayName", "people.refused.nameMissing");
        }
        if (displayName.length() > LONGEST_NAME) {
            throw Refused.invalid("displayName", "people.refused.nameTooLong", LONGEST_NAME);
        }
        if (UNREADABLE.matcher(displayName).find()) {
            throw Refused.invalid("displayName", "people.refused.nameUnreadable");
        }
        email = email == null || email.isBlank() ? null : email.strip();
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            throw Refused.invalid("email", "people.refused.email");
        }
    }
}
