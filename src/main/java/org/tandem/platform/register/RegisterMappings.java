package org.tandem.platform.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.DeclaredAddresses;
import org.tandem.platform.web.Download;

/** Gives every register its addresses: they are mapped like those of any controller, and found by whoever walks over all. */
@Component
@RequiredArgsConstructor
class RegisterMappings implements SmartInitializingSingleton {

    private final List<Register<?>> registers;
    private final ReadRegister read;
    private final SavedViews views;
    private final CurrentPerson currentPerson;
    private final DeclaredAddresses addresses;

    @Override
    public void afterSingletonsInstantiated() {
        for (Register<?> register : registers) {
            Edge<?> edge = new Edge<>(register);
            addresses.map("GET", register.data + ".csv", edge, "csv");
            addresses.map("GET", register.data + ".xlsx", edge, "xlsx");
            if (!register.filesOnly) {
                addresses.map("GET", register.address, edge, "page");
                addresses.map("GET", "/api" + register.data, edge, "data", MediaType.APPLICATION_JSON_VALUE);
            }
        }
    }

    /** One register towards browsers and machines. */
    @RequiredArgsConstructor
    private final class Edge<R> {

        private final Register<R> register;

        public ModelAndView page(HttpServletRequest request) {
            SignedIn who = currentPerson.get();
            return new ModelAndView(
                    "platform/register",
                    Map.of("table", read.table(address(request), who), "views", views.of(who, register.address)));
        }

        public Download csv(HttpServletRequest request) {
            return RegisterFile.csv(address(request), currentPerson.get());
        }

        public Download xlsx(HttpServletRequest request) {
            return RegisterFile.xlsx(address(request), currentPerson.get());
        }

        @ResponseBody
        public Map<String, Object> data(HttpServletRequest request) {
            return read.data(address(request), currentPerson.get());
        }

        private RegisterAddress<R> address(HttpServletRequest request) {
            return RegisterAddress.parse(register, request::getParameter);
        }
    }
}
