package org.tandem.selection;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.tandem.cases.CaseId;

/** Where nominations are kept, by case. */
interface Nominations extends JpaRepository<Nomination, String> {

    Optional<Nomination> findByImportKey(String importKey);

    default Nomination of(CaseId id) {
        return findById(id.value()).orElseThrow(() -> new org.tandem.cases.CaseRefused.Unknown(id.value()));
    }
}
