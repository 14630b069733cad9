package org.tandem.platform.spreadsheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the markup of a workbook may hold. Which part is the sheet, the workbook itself decides, so every part is looked at
 * for everything.
 */
final class PartCheck {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LAST_COLUMN = 16_384;
    /** No spreadsheet puts more into one cell. */
    private static final int MOST_CHARACTERS = 32_767;
    /** As many as a workbook of the longest list needs; the library counts up to the one that is asked for. */
    private static final int MOST_SHARED_TEXTS = 100_000;
    /** Each is compared with every cell, or written out anew for every cell. */
    private static final int MOST_FORMULAS_OF_MANY_CELLS = 500;

    private static final int LONGEST_FORMULA_OF_MANY_CELLS = 2_000;
    private static final int LONGEST_NUMBER = 400;

    private static final Map<String, Integer> MOST = Map.of("sheet", 500, "Relationship", 5_000, "Override", 5_000);
    private static final Pattern CELL = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?[0-9]{1,7}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    private final XMLInputFactory factory = new InputFactoryImpl();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int formulasOfManyCells;
    private boolean merged;

    private int cellsOfRow;
    private String cell = "";
    /** Within a cell or a shared text, neither of which holds another. */
    private boolean within;

    private int characters;
    private boolean shared;
    private boolean number;
    private boolean value;
    private int charactersBeforeValue;
    private boolean formulaOfManyCells;
    private final StringBuilder index = new StringBuilder();

    PartCheck() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    }

    boolean isMerged() {
        return merged;
    }

    void look(InputStream part) {
        within = false;
        value = false;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        require(++depth <= DEEPEST && xml.getAttributeCount() <= MOST_ATTRIBUTES);
                        begin(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> require(false);
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw SheetReader.refused("damaged");
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        known(name);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            known(xml.getAttributeLocalName(i));
        }
        int most = MOST.getOrDefault(name, 0);
        require(most == 0 || counts.merge(name, 1, Integer::sum) <= most);
        switch (name) {
            case "row" -> cellsOfRow = 0;
            case "c" -> beginCell(xml);
            case "si" -> beginText("");
            case "v" -> {
                require(!value);
                value = true;
                charactersBeforeValue = characters;
                index.setLength(0);
            }
            case "f" -> formula(xml);
            case "mergeCell" -> merged = true;
            default -> {}
        }
    }

    private void beginCell(XMLStreamReader xml) {
        String reference = xml.getAttributeValue(null, "r");
        require(++cellsOfRow <= LAST_COLUMN && isThere(reference));
        beginText(reference == null ? "" : reference);
        String type = xml.getAttributeValue(null, "t");
        shared = "s".equals(type);
        number = type == null || type.equals("n");
    }

    private void beginText(String place) {
        require(!within);
        within = true;
        cell = place;
        characters = 0;
    }

    private void formula(XMLStreamReader xml) {
        formulaOfManyCells = xml.getAttributeValue(null, "t") != null;
        if (formulaOfManyCells && ++formulasOfManyCells > MOST_FORMULAS_OF_MANY_CELLS) {
            throw SheetReader.refused("formulas", MOST_FORMULAS_OF_MANY_CELLS);
        }
    }

    private void text(XMLStreamReader xml) {
        if (!within) {
            return;
        }
        characters += xml.getTextLength();
        if (characters > MOST_CHARACTERS) {
            throw cell.isEmpty()
                    ? SheetReader.refused("cellTooLong", MOST_CHARACTERS)
                    : SheetReader.refused("cellTooLongAt", cell, MOST_CHARACTERS);
        }
        if (formulaOfManyCells && characters > LONGEST_FORMULA_OF_MANY_CELLS) {
            throw SheetReader.refused("formulas", MOST_FORMULAS_OF_MANY_CELLS);
        }
        if (number && value && characters - charactersBeforeValue > LONGEST_NUMBER) {
            throw SheetReader.refused("number", cell, XlsxFile.MOST_DIGITS);
        }
        if (shared && value) {
            index.append(xml.getText());
        }
    }

    private void end(String name) {
        switch (name) {
            case "v" -> {
                require(!shared || index.isEmpty() || isKnownIndex());
                value = false;
            }
            case "f" -> formulaOfManyCells = false;
            case "c", "si" -> {
                within = false;
                shared = false;
                number = false;
            }
            default -> {}
        }
    }

    private boolean isKnownIndex() {
        return INDEX.matcher(index).matches() && Integer.parseInt(index.toString()) < MOST_SHARED_TEXTS;
    }

    private static boolean isThere(@Nullable String reference) {
        if (reference == null) {
            return true;
        }
        Matcher parts = CELL.matcher(reference);
        return parts.matches()
                && parts.group(1).chars().reduce(0, (column, letter) -> column * 26 + (letter & 0x1F)) <= LAST_COLUMN;
    }

    private void known(String name) {
        require(!names.add(name) || names.size() <= MOST_NAMES);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw SheetReader.refused("damaged");
        }
    }
}
