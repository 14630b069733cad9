package org.tandem.selection;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseReader;
import org.tandem.cases.CaseType;
import org.tandem.platform.Role;

/** Countries named jointly and vetted; a selected country is read by its Resident Coordinator, too (D43). */
@Configuration(proxyBeanMethods = false)
class SelectionCaseType {

    @Bean
    CaseType selectionCase() {
        return new CaseType(
                SelectionProcess.KEY,
                List.of(new CaseReader(
                        Role.RESIDENT_COORDINATOR, CaseReader.About.COUNTRY, Set.of(SelectionState.VETTED.name()))));
    }
}
