package org.tandem.divergence;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.tandem.cases.CaseId;

/** Where divergences are kept, by their own case id. */
interface Divergences extends JpaRepository<Divergence, String> {

    /** A query that is read once; one made of the name of its method is put together at every call. */
    @Query("select d from Divergence d where d.matterId = ?1 order by d.caseId")
    List<Divergence> findByMatterIdOrderByCaseId(String matterId);

    default Divergence of(CaseId id) {
        return findById(id.value()).orElseThrow(DivergenceRefused::unknown);
    }

    default List<Divergence> openOn(CaseId matter) {
        return findByMatterIdOrderByCaseId(matter.value()).stream()
                .filter(divergence -> divergence.state().isOpen())
                .toList();
    }
}
