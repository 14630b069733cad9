package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.platform.Demo;

@TandemTest
class StartTests {

    @Autowired
    TestRestTemplate browser;

    @Autowired
    Demo demo;

    @Test
    void saysWhetherItIsHealthyToAnyone() {
        ResponseEntity<String> health = browser.getForEntity("/actuator/health", String.class);

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).contains("\"status\":\"UP\"").doesNotContain("components");
    }

    @Test
    void saysNothingElseOfItsParts() {
        ResponseEntity<String> health = browser.getForEntity("/actuator/health/db", String.class);

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void hasNoDemoRosterOnAServerItWasGiven() {
        assertThat(demo.on()).isFalse();
    }
}
