package org.tandem.platform.web;

import java.util.Arrays;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps addresses that a declaration names: each is a mapping of its own, as if it stood in an annotation. */
@Component
public class DeclaredAddresses {

    private final RequestMappingHandlerMapping mappings;

    DeclaredAddresses(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /**
     * @param request GET, POST, …
     * @param handler object whose method of this name answers
     */
    public void map(String request, String pattern, Object handler, String method) {
        mappings.registerMapping(
                RequestMappingInfo.paths(pattern)
                        .methods(RequestMethod.valueOf(request))
                        .options(mappings.getBuilderConfiguration())
                        .build(),
                handler,
                Arrays.stream(handler.getClass().getDeclaredMethods())
                        .filter(found -> found.getName().equals(method))
                        .findFirst()
                        .orElseThrow());
    }
}
