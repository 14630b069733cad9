package org.tandem.proposal.document;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.platform.web.Download;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.ProposalFile;
import org.tandem.proposal.ProposalFiles;
import org.tandem.proposal.ProposalRefused;

/** Files of frozen versions: made when somebody first asks for one, and the same bytes for everybody from then on. */
@Component
@RequiredArgsConstructor
class KeptFiles implements ProposalFiles {

    private final List<ProposalFile> kinds;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param sha256 of the bytes, in hexadecimal */
    record Kept(int number, String kind, String language, String sha256) {}

    List<Kept> of(CaseId id) {
        return jdbc.sql("""
                        select number, kind, language, sha256 from tandem.proposal_file
                        where case_id = ? order by number, kind, language""")
                .param(id.value())
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getString("sha256")))
                .list();
    }

    List<String> kinds() {
        return kinds.stream().map(ProposalFile::kind).sorted().toList();
    }

    @Override
    public Map<String, byte[]> of(CaseView view, FrozenVersion version, Locale locale) {
        Map<String, byte[]> all = new TreeMap<>();
        kinds.forEach(file -> all.put(
                file.kind() + "." + file.type().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNull(get(view, version, file.kind(), locale).getBody())));
        return all;
    }

    /** In no transaction, since to make one may take long. Who comes second at the same moment gets the file of the first. */
    Download get(CaseView view, FrozenVersion version, String kind, Locale locale) {
        ProposalFile file = kinds.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> ProposalRefused.noVersion(version.number()));
        String language = language(locale);
        byte[] content = kept(version, kind, language).orElseGet(() -> {
            keep(version, kind, language, file.write(view, version, Locale.forLanguageTag(language)));
            return kept(version, kind, language).orElseThrow();
        });
        return Download.of(file.type(), name(view, kind, version.number() + "-" + language), content);
    }

    static String name(CaseView view, String kind, String which) {
        return view.id() + "-" + kind + "-" + which;
    }

    static String language(Locale locale) {
        return locale.getLanguage().equals("fr") ? "fr" : "en";
    }

    private Optional<byte[]> kept(FrozenVersion version, String kind, String language) {
        return jdbc.sql("""
                        select content from tandem.proposal_file
                        where case_id = ? and number = ? and kind = ? and language = ?""")
                .params(version.caseId().value(), version.number(), kind, language)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    private void keep(FrozenVersion version, String kind, String language, byte[] content) {
        jdbc.sql("""
                        insert into tandem.proposal_file (case_id, number, kind, language, content, sha256, made_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        version.caseId().value(),
                        version.number(),
                        kind,
                        language,
                        content,
                        FreezeProposal.fingerprint(content),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
