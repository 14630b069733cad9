package org.tandem.platform.database;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tandem.platform.Demo;

/**
 * Who can reach Tandem. With a database of its own it is somebody's trial, and listens to this machine alone;
 * <code>server.address</code> opens it up. On a server it was given it listens on every address, as servers do.
 */
@Configuration(proxyBeanMethods = false)
class Listening {

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> listenToThisMachineAlone(Environment environment) {
        return server -> {
            if (asked(environment) == null && DatabaseConfiguration.noServerGiven(environment)) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Bean
    Demo demo(Environment environment) {
        boolean embedded = DatabaseConfiguration.noServerGiven(environment);
        InetAddress asked = asked(environment);
        boolean alone = asked == null ? embedded : asked.isLoopbackAddress();
        boolean on = environment.getProperty("tandem.demo", Boolean.class, embedded && alone);
        return new Demo(on, on && !alone);
    }

    private static @Nullable InetAddress asked(Environment environment) {
        return Binder.get(environment).bind("server.address", InetAddress.class).orElse(null);
    }
}
