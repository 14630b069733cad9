package org.tandem.proposal.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A proposal as a document, before it is a page or a file: headings, texts, tables and lines to sign, in their order.
 *
 * @param form title of the form it is written in
 * @param mark which case, version and fingerprint this is, to stand on each page
 * @param contents what the table of contents is called
 */
record Paper(String title, String form, String mark, String contents, Locale language, List<Block> blocks) {

    /** With cents: what else looks like a number may be the number of something. */
    private static final Pattern AMOUNT = Pattern.compile("-?\\d[\\d\\s\\u00a0\\u202f,.]*[.,]\\d{2}");

    sealed interface Block permits Heading, Text, Table, Signature {

        /** For templates. */
        default String kind() {
            return getClass().getSimpleName();
        }

        /** As lines of text, to be compared. */
        Stream<String> lines();
    }

    /** @param code what it is called in addresses */
    record Heading(int level, String code, String text) implements Block {

        @Override
        public Stream<String> lines() {
            return Stream.of(text);
        }
    }

    /** @param text as it was written, with its line breaks */
    record Text(String text) implements Block {

        @Override
        public Stream<String> lines() {
            return text.lines();
        }
    }

    /** @param head names of the columns; empty where the first column names what stands beside it */
    record Table(List<String> head, List<List<String>> rows) implements Block {

        /** For templates. */
        public boolean amount(String cell) {
            return isAmount(cell);
        }

        static boolean isAmount(String cell) {
            return AMOUNT.matcher(cell).matches();
        }

        int columns() {
            return Stream.concat(Stream.of(head), rows.stream())
                    .mapToInt(List::size)
                    .max()
                    .orElse(0);
        }

        @Override
        public Stream<String> lines() {
            return Stream.concat(head.isEmpty() ? Stream.empty() : Stream.of(head), rows.stream())
                    .map(row -> String.join(" | ", row));
        }
    }

    /** A line to sign. @param fields what is filled in by hand */
    record Signature(String party, List<String> fields) implements Block {

        @Override
        public Stream<String> lines() {
            return Stream.of(party);
        }
    }

    /** What stands below each heading of the first level, by its code; what comes before the first one under an empty code. */
    Map<String, List<Block>> parts() {
        Map<String, List<Block>> parts = new LinkedHashMap<>();
        List<Block> part = parts.computeIfAbsent("", unused -> new ArrayList<>());
        for (Block block : blocks) {
            if (block instanceof Heading heading && heading.level() == 1) {
                part = parts.computeIfAbsent(heading.code(), unused -> new ArrayList<>());
            }
            part.add(block);
        }
        return parts;
    }

    public List<Heading> headings() {
        return blocks.stream()
                .filter(Heading.class::isInstance)
                .map(Heading.class::cast)
                .toList();
    }
}
