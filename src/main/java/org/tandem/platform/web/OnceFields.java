package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.tandem.platform.UuidV7;

/** Gives every form that changes something the id of its page, beside the token against forged requests. */
@Component
@RequiredArgsConstructor
class OnceFields implements BeanPostProcessor {

    private final ObjectProvider<UuidV7> ids;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new Processor(tokens) : bean;
    }

    @RequiredArgsConstructor
    private final class Processor implements RequestDataValueProcessor {

        private final RequestDataValueProcessor tokens;

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        /** A form without a token changes nothing. */
        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = tokens.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty()) {
                return fields;
            }
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(OpenedPage.FIELD, idOf(request));
            return more;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }

    private String idOf(HttpServletRequest request) {
        String known = (String) request.getAttribute(OpenedPage.FIELD);
        String id = known != null ? known : ids.getObject().next().toString();
        request.setAttribute(OpenedPage.FIELD, id);
        return id;
    }
}
