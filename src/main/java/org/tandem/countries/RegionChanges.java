package org.tandem.countries;

import java.util.List;
import java.util.function.Consumer;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Countries that an agency files under another region since the data files changed; each is handed out once. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class RegionChanges {

    private final JdbcClient jdbc;

    /** Hands out the country of each; they are gone when what is done with them is. */
    @Transactional
    public void take(Consumer<String> iso3) {
        List<String> changed = jdbc.sql("delete from tandem.region_change returning iso3")
                .query(String.class)
                .list();
        changed.stream().distinct().forEach(iso3);
    }
}
