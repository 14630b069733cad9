package org.tandem.versions;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.NavigationEntry;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class VersionsConfiguration {

    @Bean
    NavigationEntry versionsNavigation() {
        return new NavigationEntry(250, "models.nav", "/models", SignedIn::isAdministrator);
    }
}
