package org.tandem.people.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** bcrypt today; the prefix stored with each hash leaves room for another tomorrow. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new PasswordHashes(PasswordEncoderFactories.createDelegatingPasswordEncoder());
    }
}
