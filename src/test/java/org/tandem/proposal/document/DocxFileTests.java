package org.tandem.proposal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.tandem.LibreOffice;

/** The Word file, read again by the library that wrote it. */
class DocxFileTests {

    private static final String MARK = "FFA-VNM-A3-P1 · Version 2 · 0123456789ab";
    private static final String LONG_WORD = "x".repeat(4_000);
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://a.example\")",
            "]]>&amp;<w:t>",
            "bell\u0007 and null\u0000 and half \ud800 of a pair",
            "مرحبا بالعالم",
            "\u202Egnirts desrever",
            LONG_WORD);

    private final Paper paper = new Paper(
            "Decent work <for> all",
            "Standard form",
            MARK,
            "Contents",
            Locale.ENGLISH,
            List.of(
                    new Paper.Table(List.of(), List.of(List.of("Country", "Viet Nam"))),
                    new Paper.Heading(1, "summary", "Executive summary"),
                    new Paper.Text("First line.\nSecond line."),
                    new Paper.Heading(2, "", "Causes"),
                    new Paper.Text(String.join("\n", HOSTILE)),
                    new Paper.Heading(1, "budget", "Budget"),
                    new Paper.Table(
                            List.of("Category", "2027", "Total"),
                            List.of(List.of("Staff", "1,000.00", "1,000.00"), List.of(LONG_WORD, "", "=1+1"))),
                    new Paper.Heading(1, "signatures", "Signatures"),
                    new Paper.Signature("International Labour Organization", List.of("Name", "Signature", "Date")),
                    new Paper.Signature("Resident Coordinator", List.of("Name", "Signature", "Date"))));

    private XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(DocxFile.of(paper, Instant.parse("2026-11-30T12:00:00Z"))));
    }

    @Test
    void hasRealHeadings() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs())
                    .filteredOn(
                            paragraph -> String.valueOf(paragraph.getStyle()).matches("Heading[12]"))
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Executive summary", "Causes", "Budget", "Signatures");
            assertThat(document.getStyles()
                            .getStyle("Heading1")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal())
                    .isZero();
        }
    }

    @Test
    void hasATableOfContentsWhoseEntriesLeadToTheHeadings() throws IOException {
        try (XWPFDocument document = open()) {
            String xml = document.getDocument().xmlText();
            assertThat(xml).contains("TOC \\o \"1-2\"");
            assertThat(document.getParagraphs())
                    .filteredOn(
                            paragraph -> String.valueOf(paragraph.getStyle()).startsWith("TOC"))
                    .extracting(XWPFParagraph::getText)
                    .first()
                    .isEqualTo("Contents");
            List<String> anchors = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getHyperlinkList().stream())
                    .map(link -> link.getAnchor())
                    .toList();
            List<String> bookmarks = document.getParagraphs().stream()
                    .flatMap(paragraph -> paragraph.getCTP().getBookmarkStartList().stream())
                    .map(bookmark -> bookmark.getName())
                    .toList();
            assertThat(anchors).hasSize(4).isEqualTo(bookmarks);
        }
    }

    @Test
    void saysVersionAndPageOnEachPage() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getHeaderList()).singleElement().satisfies(header -> assertThat(header.getText())
                    .contains(MARK));
            assertThat(document.getFooterList()).singleElement().satisfies(footer -> assertThat(
                            footer.getParagraphArray(0).getCTP().xmlText())
                    .contains("NUMPAGES")
                    .contains("\"PAGE\""));
        }
    }

    @Test
    void repeatsTheHeadOfATable() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFTable budget = document.getTables().get(1);
            assertThat(budget.getRow(0).isRepeatHeader()).isTrue();
            assertThat(budget.getRow(1).isRepeatHeader()).isFalse();
            assertThat(budget.getRow(0).getCell(0).getText()).isEqualTo("Category");
        }
    }

    @Test
    void breaksARowThatDoesNotFitOnAPage() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFTable budget = document.getTables().get(1);
            assertThat(budget.getRow(1).isCantSplitRow()).isTrue();
            assertThat(budget.getRow(2).isCantSplitRow()).isFalse();
        }
    }

    @Test
    void hasALineToSignForEachOnAPageOfItsOwn() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Heading3".equals(paragraph.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("International Labour Organization", "Resident Coordinator");
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .filteredOn(XWPFParagraph::isPageBreak)
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("Signatures");
        }
    }

    @Test
    void keepsHostileTextAsText() throws IOException {
        try (XWPFDocument document = open()) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining("\n"));
            assertThat(text)
                    .contains(HOSTILE.get(0), HOSTILE.get(1), HOSTILE.get(2), HOSTILE.get(4), HOSTILE.get(5), LONG_WORD)
                    .contains("bell and null and half  of a pair");
            assertThat(document.getTables().get(1).getRow(2).getCell(2).getText())
                    .isEqualTo("=1+1");
            assertThat(document.getDocument().xmlText()).doesNotContain("<script>");
        }
    }

    @Test
    void marksTextThatRunsFromRightToLeft() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getCTP().isSetPPr()
                            && paragraph.getCTP().getPPr().isSetBidi())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(HOSTILE.get(4));
        }
    }

    @Test
    void opensInLibreOfficeWithoutComplaint() {
        byte[] pdf = LibreOffice.convert(DocxFile.of(paper, Instant.parse("2026-11-30T12:00:00Z")), "docx", "pdf");

        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("%%EOF");
    }

    @Test
    void namesNoPersonAndSaysItsLanguage() throws IOException, XmlException {
        try (XWPFDocument document = open()) {
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isEqualTo("Tandem");
            assertThat(document.getProperties().getCoreProperties().getLastModifiedByUser())
                    .isNull();
            assertThat(document.getStyle().xmlText()).contains("en-GB").doesNotContain("LANGUAGE");
        }
    }
}
