package org.tandem.proposal.document;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Download;
import org.tandem.proposal.FreezeProposal;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.FrozenVersions;
import org.tandem.proposal.ProposalAnswer;
import org.tandem.proposal.ProposalAnswers;
import org.tandem.proposal.ProposalFrame;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.ReadProposal;

/** The document of a proposal as it is now or as it was frozen, and what is different between two of them. */
@UseCase
@RequiredArgsConstructor
class ReadPapers {

    private final ReadProposal proposals;
    private final FrozenVersions versions;
    private final ProposalAnswers answers;
    private final FreezeProposal freeze;
    private final WritePaper writePaper;
    private final KeptFiles files;
    private final Clock clock;

    /** @param answers what the parties said of it, void or not */
    record Frozen(FrozenVersion version, List<ProposalAnswer> answers, List<KeptFiles.Kept> files) {}

    /** @param isCurrent whether the proposal still says what its latest version says */
    record Versions(ProposalFrame frame, List<Frozen> frozen, boolean isCurrent, List<String> fileKinds) {}

    /** What two versions say, read; to compare them needs no database. */
    record Read(Comparison without, Paper before, Paper after) {

        Comparison compared() {
            return new Comparison(
                    without.frame(),
                    without.version(),
                    without.with(),
                    without.numbers(),
                    PaperDifference.between(before, after));
        }
    }

    /** @param with null for the proposal as it is now */
    record Comparison(
            ProposalFrame frame,
            FrozenVersion version,
            @Nullable FrozenVersion with,
            List<Integer> numbers,
            List<PaperDifference.Part> parts) {

        private boolean isTurned() {
            return with != null && with.number() < version.number();
        }

        /** The earlier of the two. */
        public FrozenVersion before() {
            return isTurned() ? Objects.requireNonNull(with) : version;
        }

        public @Nullable FrozenVersion after() {
            return isTurned() ? version : with;
        }

        Difference difference() {
            return new Difference(version.number(), with == null ? null : with.number(), parts);
        }
    }

    /**
     * What is different between two versions, for machines.
     *
     * @param version null when there is none like the one that was meant
     * @param with null for the proposal as it is now
     */
    record Difference(@Nullable Integer version, @Nullable Integer with, List<PaperDifference.Part> parts) {}

    /** @param version null for the proposal as it is now */
    record Document(ProposalFrame frame, @Nullable FrozenVersion version, Paper paper, List<KeptFiles.Kept> files) {}

    /** The proposal as it is now, of which a file is made each time somebody asks: in no transaction, since that may take long. */
    record Draft(CaseView view, Paper paper, Instant at) {

        Download file() {
            return Download.of(
                    Download.Type.DOCX, KeptFiles.name(view, ProposalDocx.KIND, "draft"), DocxFile.of(paper, at));
        }
    }

    /** A frozen version, whose files are kept. */
    record Kept(CaseView view, FrozenVersion version) {}

    /** Newest first. */
    Versions versions(CaseId id, SignedIn reader) {
        ProposalFrame frame = proposals.frame(id, reader);
        List<FrozenVersion> all = versions.of(id);
        List<ProposalAnswer> said = answers.of(id);
        List<KeptFiles.Kept> kept = files.of(id);
        List<Frozen> frozen = new ArrayList<>(all.stream()
                .map(version -> new Frozen(
                        version,
                        said.stream()
                                .filter(answer -> answer.number() == version.number())
                                .toList(),
                        kept.stream()
                                .filter(file -> file.number() == version.number())
                                .toList()))
                .toList());
        Collections.reverse(frozen);
        boolean current = !all.isEmpty()
                && FreezeProposal.fingerprint(freeze.content(id))
                        .equals(all.get(all.size() - 1).fingerprint());
        return new Versions(frame, frozen, current, files.kinds());
    }

    Document document(CaseId id, @Nullable Integer number, SignedIn reader) {
        ProposalFrame frame = proposals.frame(id, reader);
        FrozenVersion version = number == null ? null : version(id, number);
        return new Document(
                frame,
                version,
                paper(frame.view(), version),
                files.of(id).stream()
                        .filter(file -> version != null && file.number() == version.number())
                        .toList());
    }

    Draft draft(CaseId id, SignedIn reader) {
        CaseView view = proposals.frame(id, reader).view();
        return new Draft(view, paper(view, null), clock.instant());
    }

    Kept kept(CaseId id, int number, SignedIn reader) {
        return new Kept(proposals.frame(id, reader).view(), version(id, number));
    }

    /** From the earlier to the later one; the proposal as it is now is later than every version. */
    Read compare(CaseId id, int number, @Nullable Integer with, SignedIn reader) {
        ProposalFrame frame = proposals.frame(id, reader);
        FrozenVersion one = version(id, number);
        FrozenVersion other = with == null ? null : version(id, with);
        List<Integer> numbers =
                versions.of(id).stream().map(FrozenVersion::number).toList();
        Comparison found = new Comparison(frame, one, other, numbers, List.of());
        return new Read(found, paper(frame.view(), found.before()), paper(frame.view(), found.after()));
    }

    private FrozenVersion version(CaseId id, int number) {
        return versions.find(id, number).orElseThrow(() -> ProposalRefused.noVersion(number));
    }

    private Paper paper(CaseView view, @Nullable FrozenVersion version) {
        String content = version == null ? freeze.content(view.caseId()) : version.content();
        return writePaper.write(view, content, new Mark(version), LocaleContextHolder.getLocale());
    }
}
