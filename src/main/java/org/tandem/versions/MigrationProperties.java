package org.tandem.versions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param batch how many cases are moved in one transaction
 * @param sample how many cases a dry run tries
 * @param attempts how often a case that somebody else is busy with is tried before it is left
 */
@ConfigurationProperties("tandem.migration")
record MigrationProperties(
        @DefaultValue("50") int batch,
        @DefaultValue("20") int sample,
        @DefaultValue("5") int attempts) {}
