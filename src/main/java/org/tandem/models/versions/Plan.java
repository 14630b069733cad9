package org.tandem.models.versions;

import java.util.Set;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * How tokens get from one version to another.
 *
 * @param otherSteps ids of new steps that take the tokens of steps that are gone
 */
record Plan(Version from, Version to, MigrationPlan engine, Set<String> otherSteps) {}
