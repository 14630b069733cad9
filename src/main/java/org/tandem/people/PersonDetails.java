package org.tandem.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;

/** How a person is called, by the function, and reached: written by an administrator, the telephone by the person, too. */
record PersonDetails(
        String displayName,
        @Nullable String email,
        @Nullable String telephone) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()/.x-]{3,38}");
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
        telephone = telephone == null || telephone.isBlank() ? null : telephone.strip();
        if (telephone != null && !TELEPHONE.matcher(telephone).matches()) {
            throw Refused.invalid("telephone", "people.refused.telephone");
        }
    }

    PersonDetails(String displayName, @Nullable String email) {
        this(displayName, email, null);
    }

    PersonDetails reachedAt(@Nullable String number) {
        return new PersonDetails(displayName, email, number);
    }
}
