package org.tandem.divergence;

import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseCondition;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;

/** Settled divergences like this one: the same subject, country or area, or the same words. Read for what was agreed then. */
@Component
@RequiredArgsConstructor
class SimilarDivergences {

    private static final int MOST = 5;

    /** Any of the words counts, in whatever language: stems of one language would spoil the others. */
    private static final String ALIKE = """
            with this as (select replace(cast(plainto_tsquery('simple', :summary) as text), '&', '|') as words)
            select d.case_id, c.country, c.framework || '-' || c.area as area_key, d.subject, d.outcome, d.settled_text,
                   d.settled_at,
                   case when d.subject = :subject then 2 else 0 end + case when c.country = :country then 2 else 0 end
                 + case when c.framework || '-' || c.area = :area then 1 else 0 end
                 + case when this.words = '' then 0 else 4 * ts_rank(to_tsvector('simple', d.summary || ' ' ||
                       coalesce(d.settled_text, '')), cast(this.words as tsquery), 1) end as alike
              from this, tandem.divergence d join tandem.case_cover c on c.id = d.case_id
             where d.case_id <> :id and d.outcome is not null and d.outcome <> 'MATTER_ENDED' and %s
             order by alike desc, d.settled_at desc, d.case_id limit\s""" + MOST;

    private final JdbcClient jdbc;
    private final CaseReaders readers;

    List<DivergenceView.Similar> to(CaseView view, Divergence divergence, SignedIn reader) {
        CaseCondition readable = readers.where(DivergenceProcess.KEY, reader, "c");
        return jdbc.sql("select * from (" + ALIKE.formatted(readable.sql()) + ") found where alike > 0")
                .param("summary", divergence.summary())
                .param("subject", divergence.subject().name())
                .param("country", view.country())
                .param("area", view.areaKey())
                .param("id", view.id())
                .params(readable.params())
                .query((row, number) -> new DivergenceView.Similar(
                        row.getString("case_id"),
                        row.getString("country"),
                        row.getString("area_key"),
                        row.getString("subject"),
                        row.getString("outcome"),
                        row.getString("settled_text"),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
