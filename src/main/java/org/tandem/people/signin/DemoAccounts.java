package org.tandem.people.signin;

import java.util.List;
import java.util.Locale;

/** Port: what the sign-in page tells about the demo roster. Implemented by people.demo. */
public interface DemoAccounts {

    record Account(String name, String function) {}

    record Group(String title, List<Account> accounts) {}

    String password();

    /** The parts of the tour in the order in which it needs them. */
    List<Account> tour(Locale locale);

    List<Group> groups(Locale locale);
}
