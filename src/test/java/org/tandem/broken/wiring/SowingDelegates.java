package org.tandem.broken.wiring;

import org.springframework.context.annotation.Bean;

/** Holds a delegate no diagram asks for. */
class SowingDelegates {

    @Bean
    Runnable buySeedDelegate() {
        return () -> {};
    }
}
