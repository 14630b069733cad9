package org.tandem.frameworks;

import java.util.function.Function;
import java.util.function.Predicate;
import org.tandem.platform.SignedIn;

/**
 * Port, as a bean: where a module leads from the page of an assessment.
 *
 * @param label message key
 * @param address for an assessment
 * @param offered to whom
 */
public record AssessmentLink(String label, Function<Assessment, String> address, Predicate<SignedIn> offered) {}
