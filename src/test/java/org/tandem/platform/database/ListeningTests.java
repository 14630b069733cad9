package org.tandem.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.mock.env.MockEnvironment;
import org.tandem.platform.Demo;

/** Who can reach Tandem, and does the demo roster stay where only its owner can? */
class ListeningTests {

    private final MockEnvironment environment = new MockEnvironment();
    private final Listening listening = new Listening();

    @Test
    void listensToThisMachineAloneWithADatabaseOfItsOwn() {
        assertThat(server().getAddress().isLoopbackAddress()).isTrue();
        assertThat(listening.demo(environment)).isEqualTo(new Demo(true, false));
    }

    @Test
    void listensOnEveryAddressWithADatabaseItWasGiven() {
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/tandem");

        assertThat(server().getAddress()).isNull();
        assertThat(listening.demo(environment)).isEqualTo(new Demo(false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void hasNoDemoRosterWhereOthersCanReachIt(String address) {
        environment.setProperty("server.address", address);

        assertThat(server().getAddress()).as("left to the property").isNull();
        assertThat(listening.demo(environment)).isEqualTo(new Demo(false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void hasItOnAnyAddressOfThisMachineAlone(String address) {
        environment.setProperty("server.address", address);

        assertThat(listening.demo(environment)).isEqualTo(new Demo(true, false));
    }

    @Test
    void warnsOfADemoRosterThatWasAskedForWhereOthersCanReachIt() {
        environment.setProperty("tandem.demo", "true");
        environment.setProperty("server.address", "0.0.0.0");

        assertThat(listening.demo(environment)).isEqualTo(new Demo(true, true));
    }

    @Test
    void warnsOfADemoRosterOnADatabaseItWasGiven() {
        environment.setProperty("tandem.demo", "true");
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://database/tandem");

        assertThat(listening.demo(environment)).isEqualTo(new Demo(true, true));
    }

    @Test
    void doesWithoutTheRosterWhereNobodyElseCanReachIt() {
        environment.setProperty("tandem.demo", "false");

        assertThat(listening.demo(environment)).isEqualTo(new Demo(false, false));
    }

    private AbstractServletWebServerFactory server() {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
        listening.listenToThisMachineAlone(environment).customize(server);
        return server;
    }
}
