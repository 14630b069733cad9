package org.tandem.platform.web;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Maps addresses that a declaration names: each is a mapping of its own, as if it stood in an annotation. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class DeclaredAddresses {

    @Qualifier("requestMappingHandlerMapping")
    private final RequestMappingHandlerMapping mappings;

    /**
     * @param request GET, POST, …
     * @param handler object whose method of this name answers
     * @param produces media types; any when there is none
     */
    public void map(String request, String pattern, Object handler, String method, String... produces) {
        mappings.registerMapping(
                RequestMappingInfo.paths(pattern)
                        .methods(RequestMethod.valueOf(request))
                        .produces(produces)
                        .options(mappings.getBuilderConfiguration())
                        .build(),
                handler,
                Arrays.stream(handler.getClass().getDeclaredMethods())
                        .filter(found -> found.getName().equals(method))
                        .findFirst()
                        .orElseThrow());
    }
}
