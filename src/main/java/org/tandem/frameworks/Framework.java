package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.InFrench;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * An agreement of one or more agencies on what they do together. All texts are English, as in the data.
 *
 * @param shortCode what case ids and candidate groups begin with, such as FFA
 * @param crossCutting areas that run through all others
 * @param proposalAreas null where the document singles out none
 * @param version counts the loadings that changed it
 * @param retired no longer in the data, kept because cases refer to it
 */
public record Framework(
        String code,
        String shortCode,
        String title,
        String shortTitle,
        @Nullable String shortTitleFr,
        String kind,
        List<String> parties,
        List<String> ledBy,
        Adoption adopted,
        Period period,
        boolean livingDocument,
        boolean fundingConditional,
        String summary,
        Source source,
        List<Basis> basis,
        List<Principle> principles,
        List<Body> bodies,
        List<FrameworkRole> roles,
        List<FundingSource> fundingSources,
        @With List<Area> areas,
        @With List<Area> crossCutting,
        List<Reference> references,
        List<Milestone> milestones,
        List<Fact> facts,
        @Nullable ProposalAreas proposalAreas,
        @With int version,
        @With boolean retired)
        implements Lasting<Framework> {

    /** Where a fact stands: the document, by its number, and the place in it. */
    public record Source(String document, String place) {}

    public record Adoption(
            @Nullable String date,
            @Nullable String by,
            @Nullable String through) {}

    public record Period(
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable String recurs) {}

    /** An earlier agreement it rests on. */
    public record Basis(
            String code,
            String title,
            String kind,
            @Nullable String date,
            Source source) {}

    public record Principle(String code, String label, Source source) {}

    public record Body(
            String code,
            String title,
            String kind,
            String status,
            List<Member> members,
            List<String> functions,
            @Nullable String note,
            Source source) {}

    public record Member(
            String agency, String role, @Nullable Integer count) {}

    public record FrameworkRole(
            String code, String title, List<String> agencies, List<String> functions, Source source) {}

    public record FundingSource(
            String code,
            String title,
            String kind,
            @Nullable String gatewayCode,
            List<String> calls,
            @Nullable String note,
            Source source) {}

    public record Reference(
            String code,
            @Nullable String programme,
            @Nullable String period,
            String title,
            Source source) {}

    public record Milestone(
            String code,
            String title,
            String kind,
            @Nullable String due,
            @Nullable String recurs,
            @Nullable String state,
            Source source) {}

    public record Fact(
            String code,
            String label,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String asOf,
            Source source) {}

    /** The areas in which proposals to funds are key actions. */
    public record ProposalAreas(List<String> areas, Source source) {}

    /** What every page calls it, in the reader's language. */
    @Override
    public String shortTitle() {
        return InFrench.said(shortTitle, shortTitleFr);
    }

    public String shortTitle(Locale locale) {
        return InFrench.said(shortTitle, shortTitleFr, locale);
    }

    /** Countries are nominated by one agency and agreed by another: it takes two. */
    public boolean nominatesCountries() {
        return parties.size() >= 2;
    }

    /** An area of either kind, also one that has left the data. */
    public Optional<Area> area(String areaCode) {
        return Stream.concat(areas.stream(), crossCutting.stream())
                .filter(area -> area.code().equals(areaCode))
                .findFirst();
    }

    /** The areas of today. */
    public List<Area> currentAreas() {
        return areas.stream().filter(area -> !area.retired()).toList();
    }

    public boolean isUsualForProposals(Area area) {
        return proposalAreas == null || proposalAreas.areas().contains(area.code());
    }

    public boolean hasParty(String agency) {
        return parties.contains(agency);
    }

    /** How many actions there are in all its areas. */
    public int actionCount() {
        return Stream.concat(areas.stream(), crossCutting.stream())
                .filter(area -> !area.retired())
                .mapToInt(area -> area.actions().size())
                .sum();
    }

    /** How many indicators there are in all its areas. */
    public int indicatorCount() {
        return Stream.concat(areas.stream(), crossCutting.stream())
                .filter(area -> !area.retired())
                .mapToInt(area -> area.indicators().size())
                .sum();
    }
}
