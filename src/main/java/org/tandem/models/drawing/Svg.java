package org.tandem.models.drawing;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a picture element by element; what is written is always well formed. */
final class Svg {

    private static final double LINE = 14;
    private static final double LETTER = 6.2;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Svg() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes name, value, name, value */
    Svg open(String name, Object... attributes) {
        return write(writer -> {
            writer.writeStartElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                writer.writeAttribute((String) attributes[i], spoken(attributes[i + 1]));
            }
        });
    }

    Svg close() {
        return write(XMLStreamWriter::writeEndElement);
    }

    Svg shape(String name, Object... attributes) {
        return open(name, attributes).close();
    }

    Svg text(String name, String content, Object... attributes) {
        return open(name, attributes)
                .write(writer -> writer.writeCharacters(content))
                .close();
    }

    /** Several lines, as wide as allowed, round the middle of a box. */
    Svg label(String content, Box box, String style) {
        List<String> lines = Wrapped.at((int) Math.max(8, box.width() / LETTER), content);
        double y = box.centre() - (lines.size() - 1) * LINE / 2 + 4;
        for (String line : lines) {
            text("text", line, "x", box.middle(), "y", y, "class", style);
            y += LINE;
        }
        return this;
    }

    private static String spoken(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toString();
    }

    private interface Writing {
        void to(XMLStreamWriter writer) throws XMLStreamException;
    }

    private Svg write(Writing writing) {
        try {
            writing.to(xml);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        write(XMLStreamWriter::flush);
        return text.toString();
    }
}
