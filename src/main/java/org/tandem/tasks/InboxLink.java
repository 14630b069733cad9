package org.tandem.tasks;

import java.util.function.Predicate;
import org.tandem.platform.SignedIn;

/**
 * What somebody can do meanwhile for whom no task waits, contributed as a bean by a stage.
 *
 * @param shownTo who can do it
 */
public record InboxLink(int order, String messageKey, String href, Predicate<SignedIn> shownTo) {}
