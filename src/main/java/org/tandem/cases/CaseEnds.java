package org.tandem.cases;

import java.util.Set;

/**
 * Contributed by each stage: the states in which its cases may rest without anybody or anything to move them on.
 *
 * @param kind word of the stage
 */
public record CaseEnds(String kind, Set<String> states) {}
