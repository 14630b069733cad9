package org.tandem.platform.web;

import java.util.stream.Stream;

/** Port: lines of the navigation, one as a bean of its own or several from what a module knows. */
public interface NavigationSource {

    Stream<NavigationEntry> entries();
}
