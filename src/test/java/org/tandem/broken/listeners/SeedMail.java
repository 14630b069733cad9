package org.tandem.broken.listeners;

import org.springframework.transaction.event.TransactionalEventListener;

/** Listens after the commit. */
class SeedMail {

    @TransactionalEventListener
    void write(String seed) {}
}
