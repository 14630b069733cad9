package org.tandem.platform.web;

import java.util.Locale;

/** Says the name of something that sentences mention by its code: {@code agency:ILO}, {@code country:VNM}, {@code person:…}. */
public interface MessageArgument {

    /** What stands before the colon. */
    String prefix();

    /** @param code what stands after the colon; unknown codes are said as they are */
    String name(String code, Locale locale);
}
