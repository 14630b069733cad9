package org.tandem.proposal.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.springframework.core.io.ClassPathResource;

/**
 * A document as a Word file: real headings, a table of contents, tables with header rows, the mark on each page, and a page
 * to sign. What people wrote is text in it and nothing else.
 */
final class DocxFile {

    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1134;
    private static final int TEXT_WIDTH = A4_WIDTH - 2 * MARGIN;
    private static final int NARROW = 9;
    private static final int WIDE = 45;
    private static final int SHORT = 600;

    private final Paper paper;
    private final XWPFDocument document;
    private int bookmarks;

    private DocxFile(Paper paper, XWPFDocument document) {
        this.paper = paper;
        this.document = document;
    }

    static byte[] of(Paper paper, Instant at) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new DocxFile(paper, document).write(at);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Instant at) throws IOException {
        styles();
        properties(at);
        page();
        text(paragraph("Title"), paper.title());
        text(paragraph("Subtitle"), paper.form());
        text(paragraph("Subtitle"), paper.mark());
        List<Paper.Heading> headings = paper.headings();
        boolean contentsWritten = false;
        int heading = 0;
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Heading one) {
                if (!contentsWritten) {
                    contents(headings);
                    contentsWritten = true;
                }
                heading(one, heading++);
            } else if (block instanceof Paper.Text one) {
                one.text().lines().filter(line -> !line.isBlank()).forEach(line -> text(paragraph("Normal"), line));
            } else if (block instanceof Paper.Table one) {
                table(one);
            } else if (block instanceof Paper.Signature one) {
                signature(one);
            }
        }
    }

    private void styles() throws IOException {
        String xml = new ClassPathResource("document/styles.xml").getContentAsString(StandardCharsets.UTF_8);
        String tag = paper.language().getLanguage().equals("fr") ? "fr-FR" : "en-GB";
        try {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(new ByteArrayInputStream(
                                    xml.replace("LANGUAGE", tag).getBytes(StandardCharsets.UTF_8)))
                            .getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("document/styles.xml is no style sheet", e);
        }
    }

    /** No name of a person: who opens the file learns what it is, not who pressed the button. */
    private void properties(Instant at) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(clean(paper.title()));
        core.setSubjectProperty(clean(paper.mark()));
        core.setCreator("Tandem");
        core.getUnderlyingProperties()
                .setLanguageProperty(Optional.of(paper.language().toLanguageTag()));
        core.setCreated(Optional.of(Date.from(at)));
        core.setModified(Optional.of(Date.from(at)));
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
        section.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
        section.addNewPgMar().setTop(BigInteger.valueOf(MARGIN + MARGIN / 2));
        section.getPgMar().setBottom(BigInteger.valueOf(MARGIN));
        section.getPgMar().setLeft(BigInteger.valueOf(MARGIN));
        section.getPgMar().setRight(BigInteger.valueOf(MARGIN));
        section.getPgMar().setHeader(BigInteger.valueOf(MARGIN / 2));
        section.getPgMar().setFooter(BigInteger.valueOf(MARGIN / 2));
        section.getPgMar().setGutter(BigInteger.ZERO);
        XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
        XWPFParagraph header =
                policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT).getParagraphArray(0);
        header = header == null ? policy.getDefaultHeader().createParagraph() : header;
        header.setStyle("Header");
        text(header, paper.mark());
        XWPFParagraph footer =
                policy.createFooter(XWPFHeaderFooterPolicy.DEFAULT).getParagraphArray(0);
        footer = footer == null ? policy.getDefaultFooter().createParagraph() : footer;
        footer.setStyle("Footer");
        field(footer, "PAGE");
        text(footer, " / ");
        field(footer, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String instruction) {
        paragraph.getCTP().addNewFldSimple().setInstr(instruction);
        paragraph
                .getCTP()
                .getFldSimpleArray(paragraph.getCTP().sizeOfFldSimpleArray() - 1)
                .addNewR()
                .addNewT()
                .setStringValue("1");
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    /** Entries stand there from the start; page numbers come when the reader's program brings the field up to date. */
    private void contents(List<Paper.Heading> headings) {
        text(paragraph("TOCHeading"), paper.contents());
        XWPFParagraph last = null;
        for (int i = 0; i < headings.size(); i++) {
            Paper.Heading heading = headings.get(i);
            if (heading.level() > 2) {
                continue;
            }
            XWPFParagraph entry = paragraph("TOC" + heading.level());
            if (last == null) {
                CTFldChar begin = entry.createRun().getCTR().addNewFldChar();
                begin.setFldCharType(STFldCharType.BEGIN);
                begin.setDirty(true);
                entry.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-2\" \\h \\z \\u ");
                entry.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            }
            CTHyperlink link = entry.getCTP().addNewHyperlink();
            link.setAnchor(bookmark(i));
            link.addNewR().addNewT().setStringValue(clean(heading.text()));
            last = entry;
        }
        if (last != null) {
            last.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        }
    }

    private static String bookmark(int heading) {
        return "_Toc" + (1000 + heading);
    }

    private void heading(Paper.Heading heading, int number) {
        XWPFParagraph paragraph = paragraph("Heading" + heading.level());
        if (heading.code().equals("signatures")) {
            paragraph.setPageBreak(true);
        }
        CTBookmark bookmark = paragraph.getCTP().addNewBookmarkStart();
        bookmark.setId(BigInteger.valueOf(bookmarks));
        bookmark.setName(bookmark(number));
        text(paragraph, heading.text());
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks++));
    }

    private void table(Paper.Table table) {
        int head = table.head().isEmpty() ? 0 : 1;
        int[] widths = widths(table);
        XWPFTable made = grid(table.rows().size() + head, widths);
        if (head == 1) {
            made.getRow(0).setRepeatHeader(true);
            row(made.getRow(0), table.head(), widths, true, false);
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(made.getRow(i + head), table.rows().get(i), widths, false, head == 0);
        }
        paragraph("Normal").setSpacingAfter(0);
    }

    /** By the longest text of each column, within limits. */
    private static int[] widths(Paper.Table table) {
        int[] widths = IntStream.range(0, table.columns())
                .map(column -> Stream.concat(Stream.of(table.head()), table.rows().stream())
                        .filter(row -> column < row.size())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .map(longest -> Math.max(NARROW, Math.min(WIDE, longest)))
                .toArray();
        int all = IntStream.of(widths).sum();
        return IntStream.of(widths).map(width -> TEXT_WIDTH * width / all).toArray();
    }

    /** Fixed widths, so that a very long word breaks within its cell. */
    private XWPFTable grid(int rows, int[] widths) {
        XWPFTable made = document.createTable(rows, widths.length);
        made.setStyleID("PaperTable");
        made.getCTTbl().getTblPr().unsetTblBorders();
        made.setWidth(TEXT_WIDTH);
        made.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        made.getCTTbl().addNewTblGrid();
        for (int width : widths) {
            made.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(width));
        }
        return made;
    }

    private static void row(XWPFTableRow row, List<String> cells, int[] widths, boolean head, boolean named) {
        // A row longer than a page has to break, or what does not fit is lost.
        row.setCantSplitRow(cells.stream().allMatch(cell -> cell.length() < SHORT));
        for (int i = 0; i < widths.length; i++) {
            String text = i < cells.size() ? cells.get(i) : "";
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(String.valueOf(widths[i]));
            List<String> lines = text.isEmpty() ? List.of("") : text.lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                XWPFParagraph paragraph = line == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
                paragraph.setStyle(head || named && i == 0 ? "TableHead" : "TableText");
                if (!head && Paper.Table.isAmount(text)) {
                    paragraph.setAlignment(ParagraphAlignment.END);
                }
                text(paragraph, lines.get(line));
            }
        }
    }

    /** One line for each who signs, with room for what is filled in by hand. */
    private void signature(Paper.Signature signature) {
        text(paragraph("Heading3"), signature.party());
        int columns = signature.fields().size();
        int[] widths =
                IntStream.generate(() -> TEXT_WIDTH / columns).limit(columns).toArray();
        XWPFTable made = grid(2, widths);
        row(made.getRow(0), signature.fields(), widths, true, false);
        row(made.getRow(1), List.of(), widths, false, false);
        made.getRow(1).setHeight(MARGIN / 2);
        paragraph("Normal").setSpacingAfter(0);
    }

    private static void text(XWPFParagraph paragraph, String text) {
        String clean = clean(text);
        XWPFRun run = paragraph.createRun();
        run.setText(clean);
        if (Bidi.requiresBidi(clean.toCharArray(), 0, clean.length())
                && !new Bidi(clean, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()) {
            paragraph.getCTP().getPPr().addNewBidi();
            run.getCTR().addNewRPr().addNewRtl();
        }
    }

    /** What XML cannot hold is left out; everything else stays, and stays text. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
