package org.tandem.cases;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.query.Param;

/** Where case covers are kept. */
interface CaseFiles extends JpaRepository<CaseFile, String> {

    List<CaseFile> findTop500ByIdGreaterThanOrderById(String id);

    List<CaseFile> findTop100ByCountryAndFrameworkInOrderById(String country, Collection<String> frameworks);

    /**
     * Waits for both rows, the parent's first, and reads them when the wait is over: ask it before anything is loaded, for
     * what was read earlier and has changed since is a collision. Nothing pending is flushed for it.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select f from CaseFile f
            where f.id = :id or f.id = (select c.parent from CaseFile c where c.id = :id)
            order by case when f.id = :id then 1 else 0 end""")
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    List<CaseFile> hold(@Param("id") String id);
}
