package org.tandem.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * What holds on every connection of the pool, also on an operator's own server and with an operator's own address: time
 * limits, and no values in the messages of the driver.
 */
class PoolSettings implements BeanPostProcessor {

    /** Whether the driver adds the rows, keys and statements that an error is about to its message. */
    static final String DETAIL = "logServerErrorDetail";

    /** A connection unused for longer is looked at before it is handed out: a frozen server holds its user for long. */
    private static final String UNSEEN_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

    private final DatabaseLimits limits;
    private final DiskRoom room;

    PoolSettings(Environment environment, DiskRoom room) {
        this.limits = Binder.get(environment).bindOrCreate("tandem.database", DatabaseLimits.class);
        this.room = room;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            String own = pool.getConnectionInitSql();
            pool.setConnectionInitSql(StringUtils.hasText(own) ? own + "; " + limits.sql() : limits.sql());
            pool.setJdbcUrl(withoutDetail(pool.getJdbcUrl()));
            pool.addDataSourceProperty(DETAIL, "false");
            pool.setExceptionOverride(room);
            if (System.getProperty(UNSEEN_MILLIS) == null) {
                System.setProperty(UNSEEN_MILLIS, "100");
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new OneWait(pool) : bean;
    }

    /** What an address says would win over the property. */
    static String withoutDetail(String url) {
        return url == null ? null : url.replaceAll("(?<=[?&])" + DETAIL + "=[^&]*", DETAIL + "=false");
    }
}
