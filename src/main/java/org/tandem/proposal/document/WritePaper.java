package org.tandem.proposal.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.funds.SignatureBlock;
import org.tandem.proposal.Organisation;
import org.tandem.proposal.document.Paper.Block;
import org.tandem.proposal.sections.SectionWords;

/** Makes the document of what a proposal says: the sections in the order of the form, then everything else, then who signs. */
@Component
@RequiredArgsConstructor
class WritePaper {

    private static final List<String> FACTS_FIRST =
            List.of("fund", "call", "template", "startsOn", "months", "convening", "organisations");

    private final ProposalTemplates templates;
    private final Funds funds;
    private final Calls calls;
    private final Agencies agencies;
    private final Countries countries;
    private final SectionWords sectionWords;
    private final PaperWords words;
    private final ObjectMapper json;

    /** What is written, of whichever version. @param organisations those who take part in it */
    private record Said(CaseView view, JsonNode all, List<Organisation> organisations, Locale locale) {

        JsonNode profile() {
            return all.path("profile");
        }
    }

    /** @param content canonical JSON of all that the proposal says */
    Paper write(CaseView view, String content, Mark mark, Locale locale) {
        JsonNode all = tree(content);
        Said said = new Said(view, all, organisations(all.path("profile").path("organisations")), locale);
        Optional<ProposalTemplate> form =
                templates.find(said.profile().path("template").asText());
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(said));
        Set<String> written = new HashSet<>(Set.of("profile"));
        form.ifPresent(one -> one.sections().forEach(section -> section(one, section, said, blocks, written)));
        all.path("sections").properties().stream()
                .filter(section -> !written.contains("sections/" + section.getKey()))
                .forEach(section -> {
                    heading(blocks, section.getKey(), PaperWords.readable(section.getKey()));
                    blocks.addAll(part(section.getValue(), "", said));
                });
        written.add("sections");
        all.properties().stream()
                .filter(part ->
                        !written.contains(part.getKey()) && !part.getValue().isEmpty())
                .forEach(part -> {
                    // A section of the form may have the same code.
                    heading(blocks, "own-" + part.getKey(), title(part.getKey(), locale));
                    blocks.addAll(part(part.getValue(), part.getKey(), said));
                });
        heading(blocks, "signatures", words.say(locale, "proposal.document.signatures"));
        blocks.addAll(signatures(said, form));
        return new Paper(
                said.profile().path("title").asText(view.id()),
                form.map(one -> one.title(locale)).orElse(""),
                mark.say(view.id(), words, locale),
                words.say(locale, "proposal.document.contents"),
                locale,
                List.copyOf(blocks));
    }

    private JsonNode tree(String content) {
        try {
            return json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("content must be JSON", e);
        }
    }

    /** Code and name, as in the content. */
    private static List<Organisation> organisations(JsonNode listed) {
        return StreamSupport.stream(listed.spliterator(), false)
                .map(one -> new Organisation(
                        one.path(0).asText(), one.path(1).asText(one.path(0).asText()), null))
                .toList();
    }

    private static void heading(List<Block> blocks, String code, String text) {
        blocks.add(new Paper.Heading(1, code, text));
    }

    private String title(String part, Locale locale) {
        return words.known(locale, "proposal.document.part." + part).orElseGet(() -> PaperWords.readable(part));
    }

    /** A part that is written in no section: of what may be chosen there, only organisations have codes of their own. */
    private List<Block> part(JsonNode content, String form, Said said) {
        return content(
                content,
                form,
                said.locale(),
                (path, code) -> path.endsWith("organisation") || path.endsWith("agency")
                        ? Optional.of(organisation(said, code))
                        : Optional.empty());
    }

    private List<Block> content(
            JsonNode content, String form, Locale locale, BiFunction<String, String, Optional<String>> chosen) {
        List<Block> blocks = new WrittenContent(words, locale, chosen, form).write(content, 2);
        return blocks.isEmpty() ? List.of(new Paper.Text(words.say(locale, "proposal.document.nothing"))) : blocks;
    }

    /** The facts stand on top and the signatures at the end, whatever the form calls them. */
    private void section(
            ProposalTemplate form,
            ProposalTemplate.Section section,
            Said said,
            List<Block> blocks,
            Set<String> written) {
        JsonNode sections = said.all().path("sections");
        JsonNode content = sections.path(section.id());
        boolean budget = section.kind().equals("budget") && said.all().has("budget");
        boolean elsewhere = Set.of("cover", "signatures", "budget").contains(section.kind());
        if (elsewhere && !budget && content.isMissingNode()) {
            return;
        }
        heading(blocks, section.id(), section.title(said.locale()));
        if (budget && written.add("budget")) {
            blocks.addAll(part(said.all().path("budget"), "budget", said));
        }
        if (!elsewhere || !content.isMissingNode()) {
            blocks.addAll(content(
                    content,
                    formOf(section.kind()),
                    said.locale(),
                    sectionWords.of(
                            said.view().areaKey(), form, section, said.organisations(), sections, said.locale())));
        }
        written.add("sections/" + section.id());
    }

    /** {@code results-framework} is written in the form {@code resultsFramework}. */
    static String formOf(String kind) {
        String[] parts = kind.split("-");
        return parts[0]
                + Stream.of(parts)
                        .skip(1)
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }

    private Block facts(Said said) {
        Locale locale = said.locale();
        JsonNode profile = said.profile();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                words.say(locale, "proposal.document.profile.country"),
                said.view().countries().stream()
                        .map(iso -> countries
                                .find(iso)
                                .map(country -> country.name(locale))
                                .orElse(iso))
                        .collect(Collectors.joining(", "))));
        Stream.concat(
                        FACTS_FIRST.stream(),
                        profile.properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(name -> !FACTS_FIRST.contains(name) && !name.equals("title")))
                .filter(name ->
                        !profile.path(name).isNull() && !profile.path(name).isMissingNode())
                .forEach(name -> facts.add(List.of(
                        words.known(locale, "proposal.document.profile." + name)
                                .orElseGet(() -> PaperWords.readable(name)),
                        fact(name, profile.path(name), said))));
        return new Paper.Table(List.of(), facts);
    }

    private String fact(String name, JsonNode value, Said said) {
        String code = value.asText();
        return switch (name) {
            case "fund" -> funds.find(code).map(Fund::shortName).orElse(code);
            case "call" -> calls.find(code).map(Call::title).orElse(code);
            case "template" ->
                templates.find(code).map(form -> form.title(said.locale())).orElse(code);
            case "convening" -> organisation(said, code);
            case "organisations" ->
                said.organisations().stream()
                        .map(one -> organisation(said, one.code()))
                        .collect(Collectors.joining("\n"));
            default ->
                value.isContainerNode()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::toString)
                                .collect(Collectors.joining("; "))
                        : words.value(said.locale(), "profile", name, code);
        };
    }

    private String organisation(Said said, String code) {
        return agencies.find(code)
                .map(agency -> agency.name(said.locale()))
                .or(() -> said.organisations().stream()
                        .filter(one -> one.code().equals(code))
                        .map(Organisation::name)
                        .findFirst())
                .orElse(code);
    }

    private List<Block> signatures(Said said, Optional<ProposalTemplate> form) {
        List<SignatureBlock.Party> parties = form.flatMap(templates::signaturesOf)
                .map(SignatureBlock::parties)
                .orElse(List.of(new SignatureBlock.Party(
                        "each participating UN organisation", List.of("name", "signature", "date"), true)));
        return parties.stream()
                .flatMap(party -> signers(party, said).map(signer -> (Block) new Paper.Signature(
                        signer,
                        party.fields().stream()
                                .map(field -> words.ofData(said.locale(), "signature", field))
                                .toList())))
                .toList();
    }

    private Stream<String> signers(SignatureBlock.Party party, Said said) {
        if (!party.isEachOrganisation()) {
            return Stream.of(words.ofData(said.locale(), "signer", party.party()));
        }
        String convening = said.profile().path("convening").asText();
        return said.organisations().stream()
                .filter(one -> {
                    boolean leads = one.code().equals(convening);
                    return party.party().startsWith("lead")
                            ? leads
                            : !party.party().startsWith("each other") || !leads;
                })
                .map(one -> organisation(said, one.code()));
    }
}
