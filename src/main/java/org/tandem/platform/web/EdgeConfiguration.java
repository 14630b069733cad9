package org.tandem.platform.web;

import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.tandem.platform.edge.ClientLimits;
import org.tandem.platform.edge.EdgeProtocol;
import org.tandem.platform.edge.Proxies;
import org.tandem.platform.edge.ProxyHeaders;

/** The server, set up for clients that may be anybody. What it has a property for stands in application.yml. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> edge(
            ClientLimits limits, PlainPage page, Environment environment) {
        Proxies named = Proxies.of(Binder.get(environment)
                .bind("tandem.proxies", Bindable.listOf(String.class))
                .orElse(List.of()));
        return server -> {
            server.setProtocol(EdgeProtocol.class.getName());
            server.addConnectorCustomizers(
                    connector -> ((EdgeProtocol) connector.getProtocolHandler()).setLimits(limits));
            server.addEngineValves(new PlainReport(page), new ProxyHeaders(named));
            server.addContextCustomizers(context -> reportPlainly(context, page));
        };
    }

    /** The last one added reports first. */
    private static void reportPlainly(Context context, PlainPage page) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(PlainReport.class.getName());
        host.getPipeline().addValve(new PlainReport(page));
    }
}
