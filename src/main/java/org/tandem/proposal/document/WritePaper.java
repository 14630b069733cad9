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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.funds.SignatureBlock;
import org.tandem.proposal.document.Paper.Block;

/** Makes the document of what a proposal says: the sections in the order of the form, then everything else, then who signs. */
@Component
@RequiredArgsConstructor
class WritePaper {

    private static final List<String> FACTS_FIRST =
            List.of("fund", "call", "template", "startsOn", "months", "convening", "organisations");

    private final ProposalTemplates templates;
    private final Funds funds;
    private final Agencies agencies;
    private final Countries countries;
    private final PaperWords words;
    private final ObjectMapper json;

    /** @param content canonical JSON of all that the proposal says */
    Paper write(CaseView view, String content, Mark mark, Locale locale) {
        JsonNode all = tree(content);
        JsonNode profile = all.path("profile");
        Optional<ProposalTemplate> form =
                templates.find(profile.path("template").asText());
        List<Block> blocks = new ArrayList<>();
        blocks.add(facts(view, profile, locale));
        Set<String> written = new HashSet<>(Set.of("profile"));
        form.ifPresent(one -> one.sections().forEach(section -> section(section, all, locale, blocks, written)));
        all.path("sections").properties().stream()
                .filter(section -> !written.contains("sections/" + section.getKey()))
                .forEach(section -> {
                    heading(blocks, section.getKey(), PaperWords.readable(section.getKey()));
                    blocks.addAll(content(section.getValue(), "", locale));
                });
        written.add("sections");
        all.properties().stream()
                .filter(part ->
                        !written.contains(part.getKey()) && !part.getValue().isEmpty())
                .forEach(part -> {
                    // A section of the form may have the same code.
                    heading(blocks, "own-" + part.getKey(), part(part.getKey(), locale));
                    blocks.addAll(content(part.getValue(), part.getKey(), locale));
                });
        heading(blocks, "signatures", words.say(locale, "proposal.document.signatures"));
        blocks.addAll(signatures(profile, form, locale));
        return new Paper(
                profile.path("title").asText(view.id()),
                form.map(ProposalTemplate::title).orElse(""),
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

    private static void heading(List<Block> blocks, String code, String text) {
        blocks.add(new Paper.Heading(1, code, text));
    }

    private String part(String name, Locale locale) {
        return words.known(locale, "proposal.document.part." + name).orElseGet(() -> PaperWords.readable(name));
    }

    private List<Block> content(JsonNode content, String form, Locale locale) {
        List<Block> blocks = new WrittenContent(words, locale, form).write(content, 2);
        return blocks.isEmpty() ? List.of(new Paper.Text(words.say(locale, "proposal.document.nothing"))) : blocks;
    }

    /** The facts stand on top and the signatures at the end, whatever the form calls them. */
    private void section(
            ProposalTemplate.Section section, JsonNode all, Locale locale, List<Block> blocks, Set<String> written) {
        JsonNode content = all.path("sections").path(section.id());
        boolean budget = section.kind().equals("budget") && all.has("budget");
        boolean elsewhere = Set.of("cover", "signatures", "budget").contains(section.kind());
        if (elsewhere && !budget && content.isMissingNode()) {
            return;
        }
        heading(blocks, section.id(), section.title(locale));
        if (budget && written.add("budget")) {
            blocks.addAll(content(all.path("budget"), "budget", locale));
        }
        if (!elsewhere || !content.isMissingNode()) {
            blocks.addAll(content(content, formOf(section.kind()), locale));
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

    private Block facts(CaseView view, JsonNode profile, Locale locale) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                words.say(locale, "proposal.document.profile.country"),
                view.countries().stream()
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
                        fact(name, profile.path(name), locale))));
        return new Paper.Table(List.of(), facts);
    }

    private String fact(String name, JsonNode value, Locale locale) {
        String code = value.asText();
        return switch (name) {
            case "fund" -> funds.find(code).map(Fund::shortName).orElse(code);
            case "template" -> templates.find(code).map(ProposalTemplate::title).orElse(code);
            case "convening" -> words.organisation(locale, code);
            case "organisations" ->
                organisations(value)
                        .map(organisation -> organisationName(organisation, locale))
                        .collect(Collectors.joining("\n"));
            default ->
                value.isContainerNode()
                        ? StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::toString)
                                .collect(Collectors.joining("; "))
                        : words.value(locale, "profile", name, code);
        };
    }

    private static Stream<JsonNode> organisations(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }

    /** Code and name, as in the content. */
    private String organisationName(JsonNode organisation, Locale locale) {
        String code = organisation.path(0).asText();
        return agencies.find(code)
                .map(agency -> agency.name(locale))
                .orElse(organisation.path(1).asText(code));
    }

    private List<Block> signatures(JsonNode profile, Optional<ProposalTemplate> form, Locale locale) {
        List<SignatureBlock.Party> parties = form.flatMap(templates::signaturesOf)
                .map(SignatureBlock::parties)
                .orElse(List.of(new SignatureBlock.Party(
                        "each participating UN organisation", List.of("name", "signature", "date"), true)));
        String convening = profile.path("convening").asText();
        return parties.stream()
                .flatMap(party -> signers(party, profile, convening, locale).map(signer -> (Block) new Paper.Signature(
                        signer,
                        party.fields().stream()
                                .map(field -> words.ofData(locale, "signature", field))
                                .toList())))
                .toList();
    }

    private Stream<String> signers(SignatureBlock.Party party, JsonNode profile, String convening, Locale locale) {
        if (!party.isEachOrganisation()) {
            return Stream.of(words.ofData(locale, "signer", party.party()));
        }
        return organisations(profile.path("organisations"))
                .filter(organisation -> {
                    boolean leads = organisation.path(0).asText().equals(convening);
                    return party.party().startsWith("lead")
                            ? leads
                            : !party.party().startsWith("each other") || !leads;
                })
                .map(organisation -> organisationName(organisation, locale));
    }
}
