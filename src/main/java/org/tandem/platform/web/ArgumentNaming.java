package org.tandem.platform.web;

import java.util.Locale;

/** Port: knows the names of one kind of {@link org.tandem.platform.MessageArgument}: agencies, countries, persons. */
public interface ArgumentNaming {

    String kind();

    /** @param code an unknown one is said as it is */
    String name(String code, Locale locale);
}
