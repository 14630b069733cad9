package org.tandem.frameworks;

import java.util.List;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ceilings, with their history where it is asked for. */
@Component
@RequiredArgsConstructor
class Ceilings {

    private final JdbcClient jdbc;

    OptionalInt countries(String framework) {
        return jdbc.sql("select ceiling from tandem.framework_setting where framework = ? and ceiling is not null")
                .param(framework)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    Ceiling of(String framework) {
        return jdbc.sql("select ceiling, version from tandem.framework_setting where framework = :framework")
                .param("framework", framework)
                .query((rs, i) ->
                        new Ceiling(rs.getObject("ceiling", Integer.class), rs.getInt("version"), changes(framework)))
                .optional()
                .orElse(new Ceiling(null, 0, List.of()));
    }

    private List<Ceiling.Change> changes(String framework) {
        return jdbc.sql("select ceiling, changed_by_name, changed_at from tandem.framework_setting_change"
                        + " where framework = :framework order by changed_at desc limit 20")
                .param("framework", framework)
                .query((rs, i) -> new Ceiling.Change(
                        rs.getObject(1, Integer.class),
                        rs.getString(2),
                        rs.getTimestamp(3).toInstant()))
                .list();
    }
}
