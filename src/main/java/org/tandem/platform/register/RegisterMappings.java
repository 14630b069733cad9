package org.tandem.platform.register;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Download;

/** Gives every register its addresses: they are mapped like those of any controller, and found by whoever walks over all. */
@Component
class RegisterMappings implements SmartInitializingSingleton {

    private final List<Register<?>> registers;
    private final ReadRegister read;
    private final SavedViews views;
    private final CurrentPerson currentPerson;
    private final RequestMappingHandlerMapping mappings;

    RegisterMappings(
            List<Register<?>> registers,
            ReadRegister read,
            SavedViews views,
            CurrentPerson currentPerson,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.registers = registers;
        this.read = read;
        this.views = views;
        this.currentPerson = currentPerson;
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Register<?> register : registers) {
            Edge<?> edge = new Edge<>(register);
            map(edge, register.data + ".csv", "csv");
            map(edge, register.data + ".xlsx", "xlsx");
            if (!register.filesOnly) {
                map(edge, register.address, "page");
                map(edge, "/api" + register.data, "data", MediaType.APPLICATION_JSON_VALUE);
            }
        }
    }

    private void map(Edge<?> edge, String address, String method, String... produces) {
        Method handler = ReflectionUtils.findMethod(Edge.class, method, HttpServletRequest.class);
        mappings.registerMapping(
                RequestMappingInfo.paths(address)
                        .methods(RequestMethod.GET)
                        .produces(produces)
                        .options(mappings.getBuilderConfiguration())
                        .build(),
                edge,
                handler);
    }

    /** One register towards browsers and machines. */
    private final class Edge<R> {

        private final Register<R> register;

        Edge(Register<R> register) {
            this.register = register;
        }

        @SuppressWarnings("unused")
        public ModelAndView page(HttpServletRequest request) {
            SignedIn who = currentPerson.get();
            return new ModelAndView(
                    "platform/register",
                    Map.of("table", read.table(address(request), who), "views", views.of(who, register.address)));
        }

        @SuppressWarnings("unused")
        public Download csv(HttpServletRequest request) {
            return RegisterFile.csv(address(request), currentPerson.get());
        }

        @SuppressWarnings("unused")
        public Download xlsx(HttpServletRequest request) {
            return RegisterFile.xlsx(address(request), currentPerson.get());
        }

        @ResponseBody
        @SuppressWarnings("unused")
        public Map<String, Object> data(HttpServletRequest request) {
            return read.data(address(request), currentPerson.get());
        }

        private RegisterAddress<R> address(HttpServletRequest request) {
            return RegisterAddress.parse(register, request::getParameter);
        }
    }
}
