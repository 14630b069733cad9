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
import org.springframework.transaction.annotation.Transactional;

/** Where case covers are kept. */
interface CaseFiles extends JpaRepository<CaseFile, String> {

    List<CaseFile> findTop500ByIdGreaterThanOrderById(String id);

    /** The next of all cases. Seen in one transaction, because which countries there are is looked up only when asked for. */
    @Transactional(readOnly = true)
    default List<CaseView> after(String id) {
        return findTop500ByIdGreaterThanOrderById(id).stream()
                .map(CaseFile::view)
                .toList();
    }

    List<CaseFile> findAllByIdInOrderById(Collection<String> ids);

    @Transactional(readOnly = true)
    default List<CaseView> all(Collection<String> ids) {
        return findAllByIdInOrderById(ids).stream().map(CaseFile::view).toList();
    }

    /** The case and what it belongs to, as far up as it goes. */
    String LINE = """
            with line as (
              select c.id as id, c.parent as parent, 0 as height from CaseFile c where c.id = :id
              union all
              select p.id as id, p.parent as parent, l.height + 1 as height from line l join CaseFile p on p.id = l.parent
            )
            select f from CaseFile f join line l on l.id = f.id order by l.height desc""";

    /**
     * Waits for the rows of the line, the topmost first, and reads them when the wait is over: ask it before anything is
     * loaded, for what was read earlier and has changed since is a collision. Nothing pending is flushed for it.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(LINE)
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    List<CaseFile> hold(@Param("id") String id);

    /** Fails where {@link #hold} would wait: for rows that have to be taken out of turn. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(LINE)
    @QueryHints({
        @QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"),
        @QueryHint(name = "jakarta.persistence.lock.timeout", value = "0")
    })
    List<CaseFile> holdAtOnce(@Param("id") String id);
}
