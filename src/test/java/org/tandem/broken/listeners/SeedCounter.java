package org.tandem.broken.listeners;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens after the commit by an annotation made of another one, as {@code @ApplicationModuleListener} is. */
class SeedCounter {

    @Retention(RetentionPolicy.RUNTIME)
    @TransactionalEventListener
    @interface AfterCommit {}

    @AfterCommit
    void count(String seed) {}
}
