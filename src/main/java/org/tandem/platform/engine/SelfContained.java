package org.tandem.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.ext.Locator2;
import org.xml.sax.helpers.LocatorImpl;

/**
 * A diagram or decision that can be given to any parser, because nothing in it makes a parser read something else. Schema
 * locations are blanked out, so that all lines and columns stay; the schemas of BPMN and DMN come with the libraries. A
 * document type, which can name files and addresses and blow itself up, is refused.
 */
public final class SelfContained {

    private static final int DEEPEST = 500;

    private static final Set<String> LOCATIONS = Set.of("schemaLocation", "noNamespaceSchemaLocation");

    /** What is no start tag comes first, so that it is passed over. The document is known to be well-formed. */
    private static final Pattern TAG = Pattern.compile(
            "(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>|<[^/!?](?:[^\"'>]|\"[^\"]*+\"|'[^']*+')*+>");

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([^\\s=\"'<>/]+)\\s*=\\s*(?:\"[^\"]*+\"|'[^']*+')");

    private SelfContained() {}

    /**
     * The same document without schema locations.
     *
     * @throws ModelException naming line and reason, if it is no XML or has a document type
     */
    public static byte[] of(byte[] xml) {
        Look first = look(xml);
        if (!first.namesLocation) {
            return xml;
        }
        if (!Charset.isSupported(first.encoding)) {
            throw new ReadsOutside("a schema location that cannot be left out, in the encoding " + first.encoding);
        }
        Charset charset = Charset.forName(first.encoding);
        byte[] blanked = blank(new String(xml, charset)).getBytes(charset);
        if (look(blanked).namesLocation) {
            throw new ReadsOutside("a schema location that cannot be left out");
        }
        return blanked;
    }

    /** The diagram as the model API sees it. */
    public static BpmnModelInstance diagram(byte[] xml) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(of(xml)));
    }

    /** The decisions as the model API sees them. */
    public static DmnModelInstance decisions(byte[] xml) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(of(xml)));
    }

    private static String blank(String text) {
        return TAG.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(withoutLocations(tag.group())));
    }

    private static String withoutLocations(String tag) {
        if (tag.startsWith("<!") || tag.startsWith("<?")) {
            return tag;
        }
        return ATTRIBUTE.matcher(tag).replaceAll(attribute -> {
            String name = attribute.group(1);
            boolean location = LOCATIONS.contains(name.substring(name.indexOf(':') + 1)) && name.contains(":");
            return Matcher.quoteReplacement(
                    location ? attribute.group().replaceAll("[^\\r\\n]", " ") : attribute.group());
        });
    }

    private static Look look(byte[] xml) {
        Look look = new Look();
        try {
            SAXParser parser = parser();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", look);
            parser.parse(new InputSource(new ByteArrayInputStream(xml)), look);
            return look;
        } catch (SAXParseException e) {
            throw new ModelException("line " + e.getLineNumber() + ": " + e.getMessage());
        } catch (SAXException | ParserConfigurationException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ModelException("it is not in the encoding it names", e);
        }
    }

    /** Java's own parser, whatever else is on the class path; it asks {@link Look} for anything outside. */
    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return parser;
    }

    /** Ends at a document type, before anything that it names is looked for. */
    private static final class Look extends DefaultHandler2 {

        private Locator place = new LocatorImpl();
        private String encoding = "UTF-8";
        private boolean namesLocation;
        private int depth;

        @Override
        public void setDocumentLocator(Locator locator) {
            place = locator;
        }

        @Override
        public void startDTD(String name, String publicId, String systemId) {
            throw new ReadsOutside("line " + place.getLineNumber() + ": a DOCTYPE");
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (place instanceof Locator2 known && known.getEncoding() != null) {
                encoding = known.getEncoding();
            }
            if (++depth > DEEPEST) {
                throw new ModelException("line " + place.getLineNumber() + ": too many elements within each other");
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                namesLocation |= XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i))
                        && LOCATIONS.contains(attributes.getLocalName(i));
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            depth--;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
