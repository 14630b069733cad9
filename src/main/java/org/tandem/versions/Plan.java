package org.tandem.versions;

import java.util.Set;
import org.camunda.bpm.engine.migration.MigrationPlan;

/**
 * How tokens get from one version to another.
 *
 * @param goneSteps ids of steps that are gone, whose tokens another step takes
 */
record Plan(Version from, Version to, MigrationPlan engine, Set<String> goneSteps) {}
