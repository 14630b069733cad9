package org.tandem.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** Where case covers are kept. */
interface CaseFiles extends JpaRepository<CaseFile, String> {

    List<CaseFile> findTop500ByIdGreaterThanOrderById(String id);

    List<CaseFile> findTop100ByCountryAndFrameworkInOrderById(String country, Collection<String> frameworks);
}
