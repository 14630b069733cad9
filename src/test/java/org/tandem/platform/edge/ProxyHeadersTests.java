package org.tandem.platform.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.platform.CannotStart;

/** Whom do we believe about where a request comes from? */
class ProxyHeadersTests {

    private static final String PROXY = "10.0.0.5";

    @Test
    void believesNobodyUnlessAProxyIsNamed() throws Exception {
        Request request = passed(
                "",
                PROXY,
                Map.of(
                        "X-Forwarded-For",
                        "192.0.2.7",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "evil.example"));

        assertThat(request.getRemoteAddr()).isEqualTo(PROXY);
        assertThat(request.getScheme()).isEqualTo("http");
        assertThat(request.isSecure()).isFalse();
        assertThat(request.getServerName()).isEqualTo("tandem.example");
    }

    @Test
    void believesTheProxyThatIsNamed() throws Exception {
        Request request = passed(
                "10.0.0.0/24, 2001:db8::1",
                PROXY,
                Map.of("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "jp.example"));

        assertThat(request.getRemoteAddr()).isEqualTo("192.0.2.7");
        assertThat(request.isSecure()).isTrue();
        assertThat(request.getServerName()).isEqualTo("jp.example");
        assertThat(request.getServerPort()).isEqualTo(443);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9, 192.0.2.7           | 192.0.2.7",
                "192.0.2.7, 10.0.0.6, 10.0.0.5    | 192.0.2.7",
                "192.0.2.7, junk.example, 10.0.0.6 | 10.0.0.6",
                "192.0.2.7, 300.1.1.1             | 10.0.0.5",
                "2001:db8::7                      | 2001:db8::7",
                "''                               | 10.0.0.5"
            })
    void takesTheNearestAddressThatIsNoProxy(String hops, String client) throws Exception {
        assertThat(passed("10.0.0.0/24", PROXY, Map.of("X-Forwarded-For", hops)).getRemoteAddr())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ev il", "[::1", "evil.example:0x50", "evil.example:99999999999", "", "/"})
    void keepsTheHostWhenTheProxyNamesNone(String host) throws Exception {
        Request request = passed(PROXY, PROXY, Map.of("X-Forwarded-Host", host));

        assertThat(request.getServerName()).isEqualTo("tandem.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-prefix",
                "X-Forwarded-Ssl",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override"
            })
    void nothingBehindSeesSuchAHeader(String name) throws Exception {
        assertThat(Collections.list(passed(PROXY, PROXY, Map.of(name, "/x")).getHeaderNames()))
                .containsExactly("Host");
        assertThat(Collections.list(passed("", PROXY, Map.of(name, "/x")).getHeaderNames()))
                .containsExactly("Host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0", "10.0.0.1/", "10.0.0.1;10.0.0.2", "::1/129", "*"})
    void aWrongAddressStopsTheStart(String wrong) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Proxies.of(List.of("10.0.0.5", wrong)))
                .withMessageContaining("tandem.proxies")
                .withMessageContaining(wrong);
    }

    private static Request passed(String proxies, String peer, Map<String, String> headers) throws Exception {
        org.apache.coyote.Request raw = new org.apache.coyote.Request();
        raw.scheme().setString("http");
        raw.serverName().setString("tandem.example");
        raw.setServerPort(80);
        raw.getMimeHeaders().addValue("Host").setString("tandem.example");
        headers.forEach((name, value) -> raw.getMimeHeaders().addValue(name).setString(value));
        Request request = new Request(new Connector());
        request.setCoyoteRequest(raw);
        request.setRemoteAddr(peer);
        ProxyHeaders valve = new ProxyHeaders(Proxies.of(List.of(proxies.split(","))));
        valve.setNext(new ValveBase() {
            @Override
            public void invoke(Request same, Response response) {
                assertThat(same).isSameAs(request);
            }
        });
        valve.invoke(request, null);
        return request;
    }
}
