package net.example.visits;

import static net.example.visits.VisitState.ASKED;
import static net.example.visits.VisitState.CANCELLED;
import static net.example.visits.VisitState.REPORTED;

import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseColumns;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.StageLine.Status;

/** Joint visits: what the house is told of them. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
@ComponentScan
public class VisitsStage {

    static final String KIND = "visits";

    @Bean
    CaseType visitCase() {
        return CaseType.of(KIND)
                .letter('M')
                .states(CaseTone.INFO, ASKED)
                .ends(CaseTone.DONE, REPORTED)
                .ends(CaseTone.STOP, CANCELLED)
                .register("/visits", 40, "visits.list")
                .steps(
                        CaseStep.joint("visits.stage.ask").otherwise(Status.DONE),
                        CaseStep.joint("visits.stage.report")
                                .heldBy("reportVisit")
                                .since(Status.DONE, "visits.stage.report", REPORTED)
                                .since(Status.STOPPED, "visits.stage.report", CANCELLED));
    }

    @Bean
    Register<VisitRow> visitsRegister(CaseColumns cases) {
        return cases.register(KIND, "/visits", VisitRow.class)
                .machines("/visits", "visits", "visits", "visits")
                .words("visits.list", "visits.list.empty", "visits.list.hint")
                .action("task.askForVisit", "/visits/ask", who -> true)
                .filter(cases.byCountry("visits.list.country"))
                .filter(cases.byState("visits.list.state", Stream.of(VisitState.values())))
                .order(Order.by("newest", "visits.list.newest", "-openedAt"))
                .order(cases.orderedByCountry("visits.list.country", "-openedAt"))
                .column("visits.list.title", row -> Cell.link(row.title, "/cases/" + row.id()))
                .column("visits.list.country", row -> Cell.text(cases.countryName(row)))
                .column("visits.list.area", row -> Cell.text(cases.areaName(row)))
                .column("visits.list.state", cases::state)
                .data("title", String.class, row -> row.title);
    }
}
