package org.tandem.vetting;

import org.springframework.data.jpa.repository.JpaRepository;

/** Where vettings are kept, by case. */
interface Vettings extends JpaRepository<Vetting, String> {

    default Vetting of(String caseId) {
        return findById(caseId).orElseThrow(VettingRefused::notOpen);
    }
}
