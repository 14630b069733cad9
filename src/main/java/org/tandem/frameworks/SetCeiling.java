package org.tandem.frameworks;

import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.UuidV7;

/** A coordinator settles how many countries a wave may have, or that there is no such limit. */
@UseCase
@RequiredArgsConstructor
class SetCeiling {

    private final FrameworkSettings settings;
    private final Frameworks frameworks;
    private final FrameworkRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final UuidV7 ids;

    void set(String shortCode, @Nullable Integer ceiling, int seenVersion, SignedIn by) {
        Framework framework = frameworks
                .byShortCode(shortCode)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noFramework", shortCode));
        if (!rights.maySetCeiling(by, framework)) {
            throw Refused.forbidden("frameworks.refused.notYourCeiling");
        }
        if (!framework.nominatesCountries()) {
            throw Refused.invalid("ceiling", "frameworks.refused.nominatesNoCountries");
        }
        FrameworkSetting setting = settings.findByFramework(shortCode)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noFramework", shortCode));
        setting.limitTo(ceiling, seenVersion);
        settings.saveAndFlush(setting);
        jdbc.sql("insert into tandem.framework_setting_change"
                        + " (id, framework, ceiling, changed_by, changed_by_name, changed_at)"
                        + " values (:id, :framework, :ceiling, :person, :name, :at)")
                .param("id", ids.next())
                .param("framework", shortCode)
                .param("ceiling", ceiling)
                .param("person", by.personId())
                .param("name", by.displayName())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
