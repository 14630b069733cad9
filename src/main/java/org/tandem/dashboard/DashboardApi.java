package org.tandem.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** The figures for machines, and the list behind each; filtered by the same parameters as the pages. */
@RestController
@RequiredArgsConstructor
class DashboardApi {

    private final DashboardReading reading;
    private final CurrentPerson currentPerson;

    @GetMapping("/api/dashboard/figures")
    DashboardReading.Figures figures(HttpServletRequest request) {
        return reading.figures(View.parse(request::getParameterValues), currentPerson.get());
    }

    /** Every number of the figures comes with the address of its list. */
    @GetMapping("/api/dashboard/list")
    DashboardReading.Listing list(HttpServletRequest request) {
        return reading.page(View.parse(request::getParameterValues), behind(reading, request), currentPerson.get());
    }

    static FigureFilter behind(DashboardReading reading, HttpServletRequest request) {
        return reading.behind(name -> View.first(request.getParameterValues(name)));
    }
}
