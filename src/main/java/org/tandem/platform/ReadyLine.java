package org.tandem.platform;

import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last line of a start: where Tandem is and, with the demo roster, how to sign in. */
@Component
@RequiredArgsConstructor
class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger("org.tandem.Tandem");

    private final Demo demo;

    @EventListener
    @Order
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    "Tandem is ready: http://localhost:{}{}",
                    web.getWebServer().getPort(),
                    demo.on() ? "  sign in as fp.undp.a3 / tandem" : "");
            if (demo.open()) {
                LOG.warn("The demo roster is on and other machines can reach it: anybody can be anybody here");
            }
        }
    }
}
